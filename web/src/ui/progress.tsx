import { useId } from 'react';
import { useLongWork, type Step } from '../long-work';
import { useWords } from '../words/language';
import { Button } from './button';
import { RefusalNotice } from './notice';
import { words } from './words';

/** How far something has come, with a way to leave off. */
export function Progress({ label, part, stop }: { readonly label: string; readonly part: number; readonly stop: () => void }) {
  const w = useWords(words);
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id}>{label}</label>
      <progress id={id} className="h-3 w-48 accent-key-900" max={1} value={part > 0 ? part : undefined} />
      <span role="status" className="w-12 tabular-nums">
        {part > 0 && w.percent(Math.round(part * 100))}
      </span>
      <Button look="quiet" onPress={stop}>
        {w.stop}
      </Button>
    </div>
  );
}

interface SaveProps {
  readonly label: string;
  readonly save: (step: Step) => Promise<void>;
  readonly look?: 'secondary' | 'quiet';
  readonly why?: string | false;
}

/** Saves a file, saying how far it has come while it is put together. */
export function Save({ label, save, look, why }: SaveProps) {
  const w = useWords(words);
  const { start, stop, part, isRunning, refusal } = useLongWork<void>();
  return (
    <>
      {isRunning && part !== null ? (
        <Progress label={w.puttingTogether} part={part} stop={stop} />
      ) : (
        <Button look={look} why={why} onPress={() => void start(save)}>
          {label}
        </Button>
      )}
      <RefusalNotice refusal={refusal} />
    </>
  );
}
