import { Refusal } from '../../ask';
import { languageNow } from '../../words/language';
import { words } from './words';

interface Answer {
  readonly upload?: string;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Sends the bytes of a file and brings back the receipt. Only `XMLHttpRequest` tells how much has gone. Throws a `Refusal`; one that was stopped
 * is `STOPPED`.
 */
export function bring(file: File, onProgress: (percent: number) => void, signal: AbortSignal): Promise<string> {
  const language = languageNow();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', '/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total));
    request.onload = () => {
      const answer = request.response as Answer | null;
      if (answer?.upload) return resolve(answer.upload);
      const error = answer?.errors?.[0];
      reject(new Refusal(error?.extensions?.code ?? 'OFFLINE', error?.message ?? words[language].broken));
    };
    request.onerror = () => reject(new Refusal('OFFLINE', words[language].broken));
    request.onabort = () => reject(new Refusal('STOPPED', ''));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
