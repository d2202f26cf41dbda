import { useState } from 'react';
import { Button } from '../../ui/button';
import { Name } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { PutUpShield } from './put-up-shield';
import { useConfirmEndOfShield, useEndShield, useKeepShield, type Home, type Shield } from './household';
import { words } from './words';

/** That the household is hidden, where it cannot be overlooked; or the way to hide it. */
export function ShieldNotice({ of }: { readonly of: Home }) {
  const w = useWords(words);
  const [begins, setBegins] = useState(false);
  if (of.shield) return <Shielded caseId={of.id} shield={of.shield} />;
  return (
    <>
      <Row>
        <Button
          look="danger"
          why={(of.status === 'CLOSED' && w.closed) || whyNot(of.putShield)}
          isOpen={begins}
          onPress={() => setBegins(!begins)}
        >
          {w.putUp}
        </Button>
      </Row>
      {begins && <PutUpShield of={of} close={() => setBegins(false)} />}
    </>
  );
}

function Shielded({ caseId, shield }: { readonly caseId: string; readonly shield: Shield }) {
  const w = useWords(words);
  const dates = useDates();
  return (
    <section className="flex flex-col gap-3 rounded-12 border-2 border-error-2 bg-red-50 p-5" aria-label={w.shielded}>
      <h2 className="flex items-center gap-3 text-std-20B-150 text-red-1000">
        <ShieldMark />
        {w.shielded}
      </h2>
      <p className="max-w-4xl">{w.shieldedText}</p>
      <p className="text-solid-gray-800">
        {w.by(dates.day(dayOf(shield.since)))}　<Name of={shield.shieldedBy} />　{shield.authority}　{w.masked(shield.maskedTexts)}
      </p>
      {shield.reason && <p className="border-l-4 border-error-2 pl-3 whitespace-pre-line">{shield.reason.body}</p>}
      <Ending caseId={caseId} shield={shield} />
    </section>
  );
}

/** One asks, another confirms: nobody ends a shield alone. */
function Ending({ caseId, shield }: { readonly caseId: string; readonly shield: Shield }) {
  const w = useWords(words);
  const ask = useEndShield(caseId);
  const confirm = useConfirmEndOfShield(caseId);
  const keep = useKeepShield(caseId);
  const [asks, setAsks] = useState(false);
  const it = { shieldId: shield.id, version: shield.version };
  if (shield.endAskedById === null)
    return (
      <div className="flex flex-col items-start gap-2">
        <Button look="quiet" why={whyNot(shield.end)} isOpen={asks} onPress={() => setAsks(!asks)}>
          {w.askEnd}
        </Button>
        {asks && (
          <Tell
            name={`end-shield ${caseId}`}
            label={w.askEndWhy}
            action={w.askEnd}
            verb={ask}
            onCancel={() => setAsks(false)}
            onSent={() => setAsks(false)}
            onSend={(reason, done) => ask.send({ ...it, reason }, done)}
          />
        )}
      </div>
    );
  return (
    <div className="flex flex-col gap-2">
      <p>
        <strong>
          <Name of={shield.endAskedBy} />
        </strong>
        {w.asked}
      </p>
      {shield.endReason && <p className="border-l-4 border-error-2 pl-3 whitespace-pre-line">{shield.endReason.body}</p>}
      <Row>
        <Button look="primary" why={whyNot(shield.lift)} isBusy={keep.isSending} onPress={() => keep.send(it)}>
          {w.keep}
        </Button>
        <Button look="danger" why={whyNot(shield.lift)} isBusy={confirm.isSending} onPress={() => confirm.send(it)}>
          {w.confirmEnd}
        </Button>
      </Row>
      <RefusalNotice refusal={confirm.refusal ?? keep.refusal} />
    </div>
  );
}

const ShieldMark = () => (
  <svg aria-hidden="true" viewBox="0 0 24 24" className="size-7 shrink-0 fill-error-2">
    <path d="M12 2 4 5v6c0 5 3.4 9.7 8 11 4.6-1.3 8-6 8-11V5Zm-1.2 14.2-3.5-3.5 1.4-1.4 2.1 2.1 4.6-4.6 1.4 1.4Z" />
  </svg>
);
