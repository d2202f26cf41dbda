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
import { OwnerChoice, ownerOf } from './owner-choice';
import { useOfferTask } from './verbs';
import { words } from './words';

/** Adds a task in place: never without who, what and by when. */
export function OfferTask({
  caseId,
  categories,
  close,
}: {
  readonly caseId: string;
  readonly categories: readonly Code<'Category'>[];
  readonly close: () => void;
}) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [what, setWhat] = useDraft(`offer ${caseId}`);
  const [category, setCategory] = useState<Code<'Category'>>(categories[0] ?? 'LIFE');
  const [owner, setOwner] = useState('');
  const [dueOn, setDueOn] = useState(plusDays(today(), 7));
  const [wasPressed, setPressed] = useState(false);
  const verb = useOfferTask(caseId);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const send = () => {
    setPressed(true);
    if (what.trim() === '' || owner === '') return;
    verb.send({ caseId, what, category, dueOn, owner: ownerOf(owner) }, () => {
      setWhat('');
      close();
    });
  };
  return (
    <form
      aria-label={w.offerTitle}
      className="flex flex-col gap-4 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <OwnerChoice
          caseId={caseId}
          value={owner}
          onChange={setOwner}
          fault={(wasPressed && owner === '' && w.chooseOwner) || fault('owner')}
        />
        <TextField
          label={w.what}
          value={what}
          onChange={setWhat}
          fault={(wasPressed && what.trim() === '' && g.required) || fault('what')}
          isRequired
        />
        <TextField label={w.when} type="date" value={dueOn} onChange={setDueOn} min={today()} fault={fault('dueOn')} isRequired />
        <Choose
          label={w.category}
          value={category}
          onChange={(chosen) => setCategory(chosen as Code<'Category'>)}
          options={categories.map((value) => ({ value, label: names.category[value] }))}
        />
      </div>
      <RefusalNotice refusal={verb.refusal} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" isBusy={verb.isSending}>
          {w.offer}
        </Button>
        <Button look="quiet" onPress={close}>
          {g.cancel}
        </Button>
      </div>
    </form>
  );
}
