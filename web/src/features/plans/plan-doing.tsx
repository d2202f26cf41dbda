import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import type { Sight } from '../cases/sight';
import { whyNot } from '../tasks/task';
import { DraftPlan } from './draft-plan';
import { EvaluatePlan, PutToMeeting, ReviewPlan, SayWhy } from './follow-plan';
import { useDecideOnPlan, type Plan, type Plans } from './plans';
import { words } from './words';

export interface DoingProps {
  readonly of: Plans;
  readonly plan: Plan;
  readonly writable: readonly Sight[];
}

/** What can be done with a plan, as it stands. */
export function Doing(props: DoingProps) {
  const { status, item } = props.plan;
  if (status === 'DRAFT' || status === 'RETURNED') return <WhileDraft {...props} />;
  if (status === 'PROPOSED' && item) return <WhileProposed {...props} item={item} />;
  return status === 'APPROVED' ? <WhileApproved {...props} /> : null;
}

function WhileDraft({ of, plan }: DoingProps) {
  const w = useWords(words);
  const why = whyNot(plan.change);
  return (
    <Choices
      why={why}
      choices={[
        { label: w.put, look: 'primary', form: (close) => <PutToMeeting of={of} plan={plan} close={close} /> },
        { label: w.withdraw, look: 'quiet', form: (close) => <SayWhy of={of} plan={plan} close={close} does="WITHDRAWN" /> },
      ]}
    />
  );
}

function WhileApproved({ of, plan, writable }: DoingProps) {
  const w = useWords(words);
  return (
    <Choices
      why={whyNot(plan.change)}
      choices={[
        { label: w.reviewTitle, look: 'primary', form: (close) => <ReviewPlan of={of} plan={plan} close={close} /> },
        { label: w.amend, form: (close) => <DraftPlan caseId={of.id} writable={writable} amends={plan} close={close} /> },
        { label: w.evaluate, form: (close) => <EvaluatePlan of={of} plan={plan} close={close} /> },
      ]}
    />
  );
}

function WhileProposed({ of, plan, item }: DoingProps & { readonly item: NonNullable<Plan['item']> }) {
  const w = useWords(words);
  const decide = useDecideOnPlan(of.id);
  const session = of.sessions.find(({ id }) => id === item.sessionId);
  const why = whyNot(item.settle) ?? (session?.status !== 'OPEN' && w.notOpen);
  const approve = () => decide.send({ planId: plan.id, version: plan.version, itemId: item.id, decision: 'APPROVED' });
  return (
    <Choices
      why={why}
      choices={[{ label: w.giveBack, form: (close) => <SayWhy of={of} plan={plan} close={close} does="RETURNED" /> }]}
      before={
        <Button look="primary" why={why} isBusy={decide.isSending} onPress={approve}>
          {w.approve}
        </Button>
      }
      after={
        session && (
          <Link href={`/sessions/${session.id}`} className="text-key-900 underline hover:bg-key-50">
            {w.nth(session.number)}
          </Link>
        )
      }
      below={<RefusalNotice refusal={decide.refusal} />}
    />
  );
}

interface ChoicesProps {
  readonly why: string | null | false;
  readonly choices: readonly {
    readonly label: string;
    readonly look?: 'primary' | 'quiet';
    readonly form: (close: () => void) => ReactNode;
  }[];
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly below?: ReactNode;
}

/** Buttons that each open a form in its place, one at a time. */
function Choices({ why, choices, before, after, below }: ChoicesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Row>
        {before}
        {choices.map(({ label, look }) => (
          <Button key={label} look={look} why={why} isOpen={open === label} onPress={() => setOpen(open === label ? null : label)}>
            {label}
          </Button>
        ))}
        {after}
      </Row>
      {below}
      {choices.find(({ label }) => label === open)?.form(close)}
    </>
  );
}
