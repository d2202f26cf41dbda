import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Day, Name } from '../../ui/facts';
import { Tell } from '../../ui/tell';
import { useWords } from '../../words/language';
import { useWithdrawAttachment, type FileOfCase } from './files';
import { words } from './words';

/** A file: what it is, who attached it, and what may be done with it. It is saved, never shown. */
export function FileLine({ caseId, file }: { readonly caseId: string; readonly file: FileOfCase }) {
  const w = useWords(words);
  const [withdraws, setWithdraws] = useState(false);
  const verb = useWithdrawAttachment(caseId);
  const { id, version, name, kind, bytes, sha256, withdrawnAt, reason } = file;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className={`break-all text-std-17B-170 ${withdrawnAt ? 'text-solid-gray-700 line-through' : ''}`}>{name}</p>
          <p className="flex flex-wrap gap-x-3 text-solid-gray-700">
            <span>
              {w.kind[kind]}・{w.size(bytes)}
            </span>
            <Day on={file.attachedAt.slice(0, 10)} />
            <span>
              <Name of={file.staff} />（{file.agency?.name}）
            </span>
            {withdrawnAt && <Badge>{w.withdrawn}</Badge>}
          </p>
          {reason && <p>{reason.body}</p>}
          <details className="text-solid-gray-700">
            <summary className="cursor-pointer">{w.fingerprint}</summary>
            <code className="break-all">{sha256}</code>
          </details>
        </div>
        {!withdrawnAt && (
          <div className="flex flex-wrap gap-2">
            <a
              href={`/attachments/${id}`}
              download={name}
              aria-label={`${w.download}：${name}`}
              className="inline-flex min-h-10 items-center rounded-8 border border-key-900 bg-white px-3.5 text-std-16B-170 text-key-900 hover:bg-key-50 hover:underline"
            >
              {w.download}
            </a>
            <Button
              look="quiet"
              label={`${w.withdraw}：${name}`}
              why={!file.withdraw.allowed && file.withdraw.because}
              isOpen={withdraws}
              onPress={() => setWithdraws(!withdraws)}
            >
              {w.withdraw}
            </Button>
          </div>
        )}
      </div>
      {withdraws && (
        <Tell
          name={`withdraw ${id}`}
          label={w.why}
          action={w.withdraw}
          verb={verb}
          onSend={(text, done) => verb.send({ attachmentId: id, version, reason: text }, done)}
          onCancel={() => setWithdraws(false)}
          onSent={() => setWithdraws(false)}
        />
      )}
    </li>
  );
}
