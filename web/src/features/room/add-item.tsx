import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { RefusalNotice } from '../../ui/notice';
import type { Code } from '../../graphql';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { useSight } from '../cases/sight';
import { names as called } from '../meetings/names';
import type { Session } from './room';
import { useAddAgendaItem } from './verbs';
import { words } from './words';

const PURPOSES = [
  'OTHER',
  'PROGRESS',
  'PLAN_APPROVAL',
  'ROLE_ALLOCATION',
  'CLOSING_EVALUATION',
  'MISSING_RESOURCES',
  'SCHEDULING',
  'PRIORITY',
  'KEY_PERSON',
] as const satisfies readonly Code<'ItemPurpose'>[];

/** Puts a question forward; in a meeting over a caseload one says of which case, or that it is about nobody's. */
export function AddItem({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const c = useWords(called);
  const names = useWords(codes);
  const [what, setWhat] = useDraft(`item ${of.caseId} ${of.id}`);
  const [caseId, setCase] = useState(of.caseId ?? '');
  const [chosen, setCategory] = useState<Code<'Category'>>('COORDINATION');
  const [purpose, setPurpose] = useState<Code<'ItemPurpose'>>('OTHER');
  const verb = useAddAgendaItem(caseId || null);
  const categories: Code<'Category'>[] = [
    'COORDINATION',
    ...useSight(caseId || null)
      .filter(({ level }) => level !== 'NONE')
      .map((one) => one.category),
  ];
  const category = categories.includes(chosen) ? chosen : 'COORDINATION';
  return (
    <form
      aria-label={w.addItem}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== '')
          verb.send({ sessionId: of.id, what, category, purpose, caseId: of.series ? caseId || null : null }, () => setWhat(''));
      }}
    >
      {of.series && (
        <div className="grid items-end gap-3 md:grid-cols-[1fr_14rem]">
          <Choose
            label={w.itemCase}
            value={caseId}
            placeholder={w.nobodysCase}
            onChange={setCase}
            options={of.series.caseload.map((entry) => ({
              value: entry.caseId,
              label: `${entry.case?.number ?? ''} ${entry.case?.headline ?? ''}`,
            }))}
          />
          <Choose
            label={w.purpose}
            value={purpose}
            onChange={(value) => setPurpose(value as Code<'ItemPurpose'>)}
            options={PURPOSES.map((value) => ({ value, label: c.purpose[value] }))}
          />
        </div>
      )}
      <div className="grid items-end gap-3 md:grid-cols-[1fr_12rem_auto]">
        <TextField label={w.itemWhat} value={what} onChange={setWhat} />
        <Choose
          label={w.category}
          value={category}
          onChange={(value) => setCategory(value as Code<'Category'>)}
          options={categories.map((value) => ({ value, label: names.category[value] }))}
        />
        <Button type="submit" isBusy={verb.isSending}>
          {w.add}
        </Button>
      </div>
      <RefusalNotice refusal={verb.refusal} />
    </form>
  );
}
