import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import { OwnerChoice, ownerOf } from '../tasks/owner-choice';
import { useSight } from '../cases/sight';
import type { Item } from './room';
import { useDecide } from './verbs';
import { words } from './words';

/** A decision in one line: who, what, by when. */
export function Decide({ caseId, item }: { readonly caseId: string; readonly item: Item }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [what, setWhat] = useDraft(`decide ${caseId} ${item.id}`);
  const [owner, setOwner] = useState('');
  const [dueOn, setDueOn] = useState(plusDays(today(), 14));
  const [category, setCategory] = useState(item.category);
  const [wasPressed, setPressed] = useState(false);
  const verb = useDecide(caseId);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const categories = [
    ...new Set<Code<'Category'>>([
      item.category,
      'COORDINATION',
      ...useSight(caseId)
        .filter(({ level }) => level !== 'NONE')
        .map((one) => one.category),
    ]),
  ];
  const send = () => {
    setPressed(true);
    if (what.trim() === '' || owner === '') return;
    verb.send({ itemId: item.id, what, owner: ownerOf(owner), dueOn, category }, () => {
      setWhat('');
      setOwner('');
      setPressed(false);
    });
  };
  return (
    <form
      aria-label={w.decideOn(item.what)}
      className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="grid items-start gap-3 md:grid-cols-2 2xl:grid-cols-[3fr_3fr_2fr_2fr]">
        <OwnerChoice
          caseId={caseId}
          value={owner}
          onChange={setOwner}
          fault={(wasPressed && owner === '' && g.required) || fault('owner')}
        />
        <TextField
          label={w.what}
          value={what}
          onChange={setWhat}
          fault={(wasPressed && what.trim() === '' && g.required) || fault('what')}
          isRequired
        />
        <TextField label={w.when} type="date" min={today()} value={dueOn} onChange={setDueOn} fault={fault('dueOn')} isRequired />
        <Choose
          label={w.category}
          value={category}
          onChange={(value) => setCategory(value as Code<'Category'>)}
          options={categories.map((value) => ({ value, label: names.category[value] }))}
        />
      </div>
      <RefusalNotice refusal={verb.refusal} />
      <Button type="submit" look="primary" isBusy={verb.isSending}>
        {w.put}
      </Button>
    </form>
  );
}
