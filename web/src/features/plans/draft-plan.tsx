import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import type { Sight } from '../cases/sight';
import { KINDS, useDraftPlan, type Plan } from './plans';
import { asInput, isWhole, StepsFields, type WrittenStep } from './steps-fields';
import { words } from './words';

const HALF_A_YEAR = 180;
const TWO_MONTHS = 60;
const newStep = (): WrittenStep => ({ what: '', owner: '', dueOn: plusDays(today(), 14) });

interface DraftPlanProps {
  readonly caseId: string;
  readonly writable: readonly Sight[];
  /** The approved plan whose place it is to take. */
  readonly amends?: Plan | null;
  readonly close: () => void;
}

/** Drafts a plan: the goal, the period, and who does what by when. */
export function DraftPlan({ caseId, writable, amends = null, close }: DraftPlanProps) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [goal, setGoal] = useDraft(`plan ${caseId} ${amends?.id ?? ''}`);
  const [said, setSaid] = useState({
    kind: amends?.kind ?? KINDS[0],
    category: amends?.category ?? preferred(writable),
    startsOn: today(),
    endsOn: plusDays(today(), HALF_A_YEAR),
    reviewOn: plusDays(today(), TWO_MONTHS),
  });
  const [steps, setSteps] = useState<readonly WrittenStep[]>([newStep()]);
  const [wasPressed, setPressed] = useState(false);
  const verb = useDraftPlan(caseId);
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const ofStep = (field: string) => fault(field) || (wasPressed && isMissing(steps, field) && g.required);
  const send = () => {
    setPressed(true);
    if (goal.trim() === '' || !steps.every(isWhole)) return;
    const category = said.category as Code<'InformationCategory'>;
    verb.send({ caseId, ...said, category, goal, amendsId: amends?.id ?? null, steps: steps.map(asInput) }, () => {
      setGoal('');
      close();
    });
  };
  return (
    <Form label={amends ? w.amend : w.draft} action={w.save} verb={verb} onSend={send} onCancel={close}>
      {!amends && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Choose
            label={w.kindLabel}
            value={said.kind}
            onChange={(kind) => change({ kind: kind as Code<'PlanKind'> })}
            options={KINDS.map((value) => ({ value, label: w.kind[value] }))}
          />
          <Choose
            label={w.category}
            value={said.category}
            onChange={(category) => change({ category: category as Code<'InformationCategory'> })}
            options={writable.map(({ category }) => ({ value: category, label: names.category[category] }))}
          />
        </div>
      )}
      <TextArea
        label={w.goal}
        hint={w.goalHint}
        value={goal}
        onChange={setGoal}
        rows={2}
        fault={(wasPressed && goal.trim() === '' && g.required) || fault('goal')}
        isRequired
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={w.startsOn}
          type="date"
          value={said.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          fault={fault('startsOn')}
        />
        <TextField
          label={w.reviewOn}
          type="date"
          value={said.reviewOn}
          onChange={(reviewOn) => change({ reviewOn })}
          fault={fault('reviewOn')}
        />
        <TextField label={w.endsOn} type="date" value={said.endsOn} onChange={(endsOn) => change({ endsOn })} fault={fault('endsOn')} />
      </div>
      <StepsFields caseId={caseId} steps={steps} onChange={setSteps} next={newStep()} fault={ofStep} />
    </Form>
  );
}

/** Most plans are about work. */
const preferred = (writable: readonly Sight[]) => (writable.find(({ category }) => category === 'EMPLOYMENT') ?? writable[0]!).category;

function isMissing(steps: readonly WrittenStep[], field: string): boolean {
  const [, at, part] = /^steps\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const step = at === undefined ? undefined : steps[Number(at)];
  return step !== undefined && step[part as keyof WrittenStep].trim() === '';
}
