import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { OwnerChoice, ownerOf } from '../tasks/owner-choice';
import { words } from './words';

/** A step as it is being written; the owner as the choice writes it. */
export interface WrittenStep {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
}

export const isWhole = ({ what, owner, dueOn }: WrittenStep) => what.trim() !== '' && owner !== '' && dueOn !== '';
export const asInput = ({ what, owner, dueOn }: WrittenStep) => ({ what, dueOn, owner: ownerOf(owner) });

interface StepsFieldsProps {
  readonly caseId: string;
  readonly steps: readonly WrittenStep[];
  readonly onChange: (steps: readonly WrittenStep[]) => void;
  readonly next: WrittenStep;
  readonly fault: (field: string) => string | null | false | undefined;
}

/** Who does what by when, line for line. */
export function StepsFields({ caseId, steps, onChange, next, fault }: StepsFieldsProps) {
  const w = useWords(words);
  const change = (at: number, part: Partial<WrittenStep>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  return (
    <>
      {steps.map((step, at) => (
        <div key={at} className="grid items-end gap-3 border-l-4 border-solid-gray-300 pl-3 md:grid-cols-[2fr_2fr_1fr_auto]">
          <TextField
            label={w.step(at + 1)}
            value={step.what}
            onChange={(what) => change(at, { what })}
            fault={fault(`steps.${at}.what`)}
            isRequired
          />
          <OwnerChoice caseId={caseId} value={step.owner} onChange={(owner) => change(at, { owner })} fault={fault(`steps.${at}.owner`)} />
          <TextField
            label={w.stepDue(at + 1)}
            type="date"
            min={today()}
            value={step.dueOn}
            onChange={(dueOn) => change(at, { dueOn })}
            fault={fault(`steps.${at}.dueOn`)}
            isRequired
          />
          <Button look="quiet" label={w.dropStep(at + 1)} onPress={() => onChange(steps.filter((_, index) => index !== at))}>
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => onChange([...steps, next])}>{w.addStep}</Button>
      </div>
    </>
  );
}
