import { useLongWork } from '../../long-work';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { examine, type Examined } from './responsibility';
import { words } from './words';

/** Is the trail still what was sealed? Walked before one's eyes, and answered in one sentence. */
export function Examine() {
  const w = useWords(words);
  const { start, stop, part, isRunning, refusal, result } = useLongWork<Examined>();
  return (
    <Section title={w.examine}>
      <p className="text-solid-gray-700">{w.examineText}</p>
      {isRunning && part !== null ? (
        <Progress label={w.examining} part={part} stop={stop} />
      ) : (
        <div>
          <Button onPress={() => void start(examine)}>{w.examineNow}</Button>
        </div>
      )}
      <RefusalNotice refusal={refusal} />
      {result && (
        <Notice look={result.sound ? 'good' : 'fault'}>
          <p>{result.sound ? w.sound(result.seq, result.compared) : w.notSound}</p>
          <p className="text-std-16N-170 text-solid-gray-800">{result.verdict}</p>
        </Notice>
      )}
    </Section>
  );
}

/** The same on a page that everyone reads. */
export const ExamineForOfficers = () => usePerson().isOfficer && <Examine />;
