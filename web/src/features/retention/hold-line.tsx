import { useState } from 'react';
import { Button } from '../../ui/button';
import { Day, Name } from '../../ui/facts';
import { Tell } from '../../ui/tell';
import { useWords } from '../../words/language';
import { useLiftHold, type Hold } from './retention';
import { words } from './words';

/** A hold, and its end with a reason. */
export function HoldLine({ of: { id, version, caseNumber, reason, since, placedBy } }: { readonly of: Hold }) {
  const w = useWords(words);
  const [lifts, setLifts] = useState(false);
  const verb = useLiftHold();
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <strong>{caseNumber ?? '—'}</strong>
          <span>{reason}</span>
          <span className="text-solid-gray-700">
            <Day on={since.slice(0, 10)} /> <Name of={placedBy} />
          </span>
        </p>
        <Button look="quiet" label={`${w.lift}：${caseNumber ?? '—'}`} isOpen={lifts} onPress={() => setLifts(!lifts)}>
          {w.lift}
        </Button>
      </div>
      {lifts && (
        <Tell
          name={`lift ${id}`}
          label={w.liftWhy}
          action={w.lift}
          verb={verb}
          onSend={(text, done) => verb.send({ holdId: id, version, reason: text }, done)}
          onCancel={() => setLifts(false)}
        />
      )}
    </li>
  );
}
