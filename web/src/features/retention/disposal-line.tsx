import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useCarryOutDisposal, useWithdrawDisposal, type Disposal } from './retention';
import { words } from './words';

/** A disposal: what it rests on, and how it stands. */
export function DisposalLine({ of }: { readonly of: Disposal }) {
  const w = useWords(words);
  const dates = useDates();
  const { carriedOutAt, withdrawnAt } = of;
  const isOpen = !carriedOutAt && !withdrawnAt;
  const day = (at: string) => dates.day(at.slice(0, 10));
  const stands = carriedOutAt ? w.carriedOut(day(carriedOutAt)) : withdrawnAt ? w.withdrawn(day(withdrawnAt)) : w.waiting;
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <strong>{of.caseNumber}</strong>
        <span>{w.ground[of.ground]}</span>
        <span>{of.reason}</span>
        <span className="text-solid-gray-700">
          {w.by}：<Name of={of.proposedBy} />
        </span>
        {of.isHeld && isOpen && <Badge look="orange">{w.held}</Badge>}
        <Badge look={isOpen ? 'blue' : 'plain'}>{stands}</Badge>
      </p>
      {of.erased.length > 0 && <p className="text-solid-gray-700">{of.erased.join('、')}</p>}
      {isOpen && <Decide of={of} />}
    </li>
  );
}

/** Whoever did not propose it carries it out, after saying once more that they mean it. */
function Decide({ of: { id: disposalId, version, caseNumber, isHeld, ...of } }: { readonly of: Disposal }) {
  const w = useWords(words);
  const g = useWords(general);
  const [isAsking, setAsking] = useState(false);
  const carryOut = useCarryOutDisposal();
  const withdraw = useWithdrawDisposal();
  const number = caseNumber ?? '';
  const refusal = <RefusalNotice refusal={carryOut.refusal ?? withdraw.refusal} />;
  if (isAsking)
    return (
      <Notice look="warning">
        <p>{w.carryOutSure(number)}</p>
        {refusal}
        <Row>
          <Button look="danger" isBusy={carryOut.isSending} onPress={() => carryOut.send({ disposalId, version }, () => setAsking(false))}>
            {w.carryOutYes}
          </Button>
          <Button look="quiet" onPress={() => setAsking(false)}>
            {g.cancel}
          </Button>
        </Row>
      </Notice>
    );
  return (
    <>
      {refusal}
      <Row>
        <Button
          look="danger"
          label={`${w.carryOut}：${number}`}
          why={(!of.carryOut.allowed && of.carryOut.because) || (isHeld && w.held)}
          onPress={() => setAsking(true)}
        >
          {w.carryOut}
        </Button>
        <Button
          look="quiet"
          label={`${w.withdraw}：${number}`}
          why={!of.withdraw.allowed && of.withdraw.because}
          isBusy={withdraw.isSending}
          onPress={() => withdraw.send({ disposalId, version })}
        >
          {w.withdraw}
        </Button>
      </Row>
    </>
  );
}
