import { setClockBy } from './clock';
import { languageNow } from './words/language';
import { idOf, type TadaDocumentNode } from './graphql';

interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** What the product answered instead; `OFFLINE` when no answer came at all, `UNAVAILABLE` when none could be given just now. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    sentence: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(sentence);
  }

  /** Nobody knows whether it was done: the same command may be sent again. */
  get isUnanswered(): boolean {
    return this.code === 'OFFLINE' || this.code === 'UNAVAILABLE' || this.code === 'INTERNAL';
  }

  /** Whether the fault is in this field of the input. */
  isAbout(field: string): boolean {
    return this.fields.some(({ path }) => path === field || path === `input.${field}` || path.startsWith(`input.${field}.`));
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly fields?: FieldFault[] };
  }[];
}

const OFFLINE = {
  ja: 'サーバーに接続できません。入力した内容はこの画面に残っています。つながったらもう一度お試しください。',
  en: 'The server cannot be reached. What you typed stays on this screen; please try again once connected.',
};

/** Sends one operation. Throws a `Refusal` with the sentence to show; `signal` breaks it off, which reads as `OFFLINE`. */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const language = languageNow();
  const answer = await send(idOf(document), variables, language, signal);
  const error = answer?.errors?.[0];
  if (error) throw new Refusal(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.fields);
  if (!answer?.data) throw new Refusal('OFFLINE', OFFLINE[language]);
  return answer.data as Result;
}

async function send(documentId: string, variables: unknown, language: 'ja' | 'en', signal?: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ documentId, variables }),
      signal,
    });
    setClockBy(response.headers.get('date'));
    return (await response.json()) as Answer;
  } catch {
    return null;
  }
}
