import { useState } from 'react';
import { Button } from '../../ui/button';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { useDigest } from './minutes';
import { words } from './words';

/** For whoever was not there: outcomes and decisions in one page, those of their own agency first. */
export function Digest({ sessionId }: { readonly sessionId: string }) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useDigest(sessionId, isOpen);
  return (
    <section className="flex flex-col items-start gap-3 print:hidden">
      <Button isOpen={isOpen} onPress={() => setOpen(!isOpen)}>
        {w.digest}
      </Button>
      {isOpen && (
        <div className="w-full rounded-12 border border-solid-gray-200 bg-white p-5">
          <RefusalNotice refusal={error} />
          {!data && !error && <Skeleton lines={5} />}
          {data && (
            <p lang="ja" className="whitespace-pre-line">
              {data.minutesDigest}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
