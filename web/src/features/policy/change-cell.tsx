import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { OneOf } from '../../ui/choices';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Row } from '../../ui/layout';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { LEVELS, useChangeNeedToKnow, useEffectOf, type CellOfTable, type Effect } from './policy';
import { words } from './words';

/** Changes one cell: what it is to say, whom that touches, and why. Nothing is saved before the effect was in sight. */
export function ChangeCell({ cell, close }: { readonly cell: CellOfTable; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [level, setLevel] = useState(cell.level);
  const [reason, setReason] = useDraft(`need-to-know ${cell.profession} ${cell.about}`);
  const [isMissing, setMissing] = useState(false);
  const verb = useChangeNeedToKnow();
  const { profession, about } = cell;
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    verb.send({ profession, about, level, reason }, () => {
      setReason('');
      close();
    });
  };
  return (
    <Dialog title={w.editTitle(names.profession[profession], names.category[about])} close={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <OneOf
          label={w.level}
          value={level}
          onChange={setLevel}
          choices={LEVELS.map((value) => ({
            value,
            label: value === cell.level ? `${names.sight[value]}（${w.now}）` : names.sight[value],
            hint: w.says[value],
          }))}
        />
        <EffectOfChange cell={{ profession, about, level }} isAnother={level !== cell.level} />
        <TextField label={w.reason} value={reason} onChange={setReason} fault={isMissing && g.required} isRequired />
        <RefusalNotice refusal={verb.refusal} />
        <Row>
          <Button type="submit" look="primary" isBusy={verb.isSending} why={level === cell.level && w.same}>
            {w.save}
          </Button>
          <Button look="quiet" onPress={close}>
            {g.cancel}
          </Button>
        </Row>
      </form>
    </Dialog>
  );
}

function EffectOfChange({ cell, isAnother }: { readonly cell: CellOfTable; readonly isAnother: boolean }) {
  const w = useWords(words);
  const { data, error } = useEffectOf(cell, isAnother);
  return (
    <div role="status" className="rounded-8 border-l-8 border-key-900 bg-key-50 px-4 py-3">
      <p className="font-bold">{w.effect}</p>
      <RefusalNotice refusal={error} />
      {!isAnother && <p>{w.choosing}</p>}
      {isAnother && !data && !error && <Skeleton lines={1} />}
      {isAnother && data && <Counted about={cell.about} effect={data.needToKnowEffect} />}
    </div>
  );
}

function Counted({ about, effect: { gaining, losing, places } }: { readonly about: CellOfTable['about']; readonly effect: Effect }) {
  const w = useWords(words);
  const name = useWords(codes).category[about];
  if (places === 0) return <p>{w.nobody}</p>;
  return (
    <>
      {gaining > 0 && <p className="text-std-18B-160">{w.gaining(gaining, name)}</p>}
      {losing > 0 && <p className="text-std-18B-160">{w.losing(losing, name)}</p>}
      <p>{w.places(places)}</p>
    </>
  );
}
