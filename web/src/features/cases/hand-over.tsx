import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/field';
import { Name } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import type { Case, TeamSeat } from './case';
import { useOfferHandover, useWithdrawHandover } from './verbs';
import { words } from './words';

/** Asks somebody else on the case to become key person; nothing passes before they accept. */
export function HandOver({
  caseId,
  seats,
  close,
}: {
  readonly caseId: string;
  readonly seats: readonly TeamSeat[];
  readonly close: () => void;
}) {
  const w = useWords(words);
  const names = useWords(codes);
  const verb = useOfferHandover(caseId);
  const [staffId, setStaffId] = useState(seats[0]?.staffId ?? '');
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <Choose
        label={w.handOverTo}
        value={staffId}
        onChange={setStaffId}
        options={seats.map((seat) => ({
          value: seat.staffId,
          label: `${seat.staff?.name ?? '—'}（${seat.agency?.name ?? '—'}・${names.profession[seat.profession]}）`,
        }))}
        fault={verb.refusal?.isAbout('staffId') && verb.refusal.message}
      />
      <Tell
        name={`hand-over ${caseId}`}
        label={w.handOverWhy}
        action={w.offer}
        verb={verb}
        onCancel={close}
        onSent={close}
        onSend={(reason, done) => verb.send({ caseId, staffId, reason }, done)}
      />
    </div>
  );
}

/** A hand-over that nobody has answered yet. */
export function HandoverOpen({ caseId, open }: { readonly caseId: string; readonly open: NonNullable<Case['openHandover']> }) {
  const w = useWords(words);
  const verb = useWithdrawHandover(caseId);
  const [takesBack, setTakesBack] = useState(false);
  return (
    <Notice look="warning">
      <p>
        → <Name of={open.staff} />　{w.handOverOpen}
      </p>
      <Button look="quiet" why={whyNot(open.withdraw)} isOpen={takesBack} onPress={() => setTakesBack(!takesBack)}>
        {w.handOverTakeBack}
      </Button>
      {takesBack && (
        <Tell
          name={`take-back ${open.id}`}
          label={w.handOverTakeBackWhy}
          action={w.handOverTakeBack}
          verb={verb}
          onCancel={() => setTakesBack(false)}
          onSend={(reason, done) => verb.send({ handoverId: open.id, reason }, done)}
        />
      )}
    </Notice>
  );
}
