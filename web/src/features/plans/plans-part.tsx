import { useState } from 'react';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useWords } from '../../words/language';
import { useSight } from '../cases/sight';
import { First } from './change-priority';
import { DraftPlan } from './draft-plan';
import { PlanCard } from './plan-card';
import { usePlans } from './plans';
import { words } from './words';

/** What was agreed with the client: what comes first, and the plans from draft to aftercare. */
export default function PlansPart({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const [drafts, setDrafts] = useState(false);
  const reading = usePlans(caseId);
  const { data } = reading;
  const writable = useSight(caseId).filter(({ level }) => level === 'WRITE');
  return (
    <>
      {data && <First of={data.case} />}
      <Section title={w.title} reading={reading} lines={6}>
        <div>
          <Button look="primary" why={writable.length === 0 && w.draftWhy} isOpen={drafts} onPress={() => setDrafts(!drafts)}>
            {w.draft}
          </Button>
        </div>
        {drafts && <DraftPlan caseId={caseId} writable={writable} close={() => setDrafts(false)} />}
        {data?.case.plans.length === 0 && !drafts && <Empty title={w.none}>{w.noneText}</Empty>}
        {data?.case.plans.map((plan) => (
          <PlanCard key={plan.id} of={data.case} plan={plan} writable={writable} />
        ))}
      </Section>
    </>
  );
}
