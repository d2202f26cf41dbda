import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { RefusalNotice } from '../../ui/notice';
import type { Code } from '../../graphql';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { useSight } from '../cases/sight';
import { useAddAgendaItem, type Session } from './room';
import { words } from './words';

export function AddItem({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const names = useWords(codes);
  const [what, setWhat] = useDraft(`item ${of.caseId} ${of.id}`);
  const [category, setCategory] = useState<Code<'Category'>>('COORDINATION');
  const verb = useAddAgendaItem(of.caseId);
  const categories: Code<'Category'>[] = [
    'COORDINATION',
    ...useSight(of.caseId)
      .filter(({ level }) => level !== 'NONE')
      .map((one) => one.category),
  ];
  return (
    <form
      aria-label={w.addItem}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== '') verb.send({ sessionId: of.id, what, category }, () => setWhat(''));
      }}
    >
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
