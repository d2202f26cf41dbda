import { useState } from 'react';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useWords } from '../../words/language';
import { OfferTask } from '../tasks/offer-task';
import { isOpen } from '../tasks/task';
import { TaskTable } from '../tasks/task-table';
import { words as tasks } from '../tasks/words';
import type { Case } from './case';
import { useSight } from './sight';
import { words } from './words';

/** Who does what by when; what is overdue or with nobody stands first, what is finished stays within reach. */
export function ResponsibilityTable({ of }: { readonly of: Case }) {
  const sight = useSight(of.id);
  const w = useWords(words);
  const t = useWords(tasks);
  const [adds, setAdds] = useState(false);
  const [showsFinished, setShowsFinished] = useState(false);
  const open = of.tasks.filter(isOpen);
  const finished = of.tasks.filter((task) => !isOpen(task));
  const categories = sight.filter(({ level }) => level !== 'NONE').map(({ category }): Code<'Category'> => category);
  return (
    <Section
      title={t.table}
      beside={
        <Button look="primary" why={of.status === 'CLOSED' && w.closed} isOpen={adds} onPress={() => setAdds(!adds)}>
          {w.addTask}
        </Button>
      }
    >
      {adds && <OfferTask caseId={of.id} categories={['COORDINATION', ...categories]} close={() => setAdds(false)} />}
      {open.length === 0 ? <Empty title={t.none}>{t.noneText}</Empty> : <TaskTable tasks={open} />}
      {finished.length > 0 && (
        <Button look="quiet" isOpen={showsFinished} onPress={() => setShowsFinished(!showsFinished)}>
          {w.finished(finished.length)}
        </Button>
      )}
      {showsFinished && <TaskTable tasks={finished} />}
    </Section>
  );
}
