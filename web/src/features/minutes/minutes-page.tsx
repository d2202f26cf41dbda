import { useState } from 'react';
import { Link } from 'wouter';
import { useWatch } from '../../live';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { AsOf, Arriving } from '../../ui/reading';
import { Tell } from '../../ui/tell';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { Corrections } from './corrections';
import { Digest } from './digest';
import { MinutesSheet } from './minutes-sheet';
import { useConfirmMinutes, useDisputeMinutes, useMinutes, type Minutes } from './minutes';
import { words } from './words';

export default function MinutesPage({ sessionId }: { readonly sessionId: string }) {
  const w = useWords(words);
  const s = useWords(session);
  const reading = useMinutes(sessionId);
  const { data } = reading;
  const minutes = data?.minutes;
  useWatch(minutes?.caseId ? [minutes.caseId] : []);
  return (
    <>
      <title>{`${w.title} | ${s.product}`}</title>
      <Arriving of={reading} lines={12} />
      {minutes?.session && (
        <>
          <div className="flex flex-wrap items-start justify-between gap-4 print:hidden">
            <div>
              {minutes.caseId && (
                <Link href={`/cases/${minutes.caseId}/sessions`} className="text-key-900 underline hover:bg-key-50">
                  {minutes.session.case?.number}
                </Link>
              )}
              {minutes.session.series && (
                <Link href={`/meetings/series/${minutes.session.series.id}/sessions`} className="text-key-900 underline hover:bg-key-50">
                  {minutes.session.series.name}
                </Link>
              )}
              <p className="text-solid-gray-800">{w.reading}</p>
            </div>
            <span className="flex flex-wrap items-center gap-x-4">
              <AsOf of={reading} />
              <Button onPress={() => window.print()}>{w.print}</Button>
            </span>
          </div>
          <Digest sessionId={sessionId} />
          <MinutesSheet minutes={minutes} session={minutes.session} />
          <Corrections minutes={minutes} session={minutes.session} />
          <Confirm minutes={minutes} />
        </>
      )}
    </>
  );
}

/** An attendee says that it was so, or what was not. */
function Confirm({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(words);
  const { id } = usePerson();
  const confirm = useConfirmMinutes(minutes.caseId);
  const dispute = useDisputeMinutes(minutes.caseId);
  const [disputes, setDisputes] = useState(false);
  const mine = minutes.confirmations.find(({ staffId }) => staffId === id);
  if (!mine) return null;
  if (mine.status === 'CONFIRMED') return <Notice look="good">{w.youConfirmed}</Notice>;
  const it = { confirmationId: mine.id, version: mine.version };
  return (
    <section className="flex flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-5 print:hidden">
      <h2 className="text-std-18B-160">{mine.status === 'DISPUTED' ? w.youDisputed : w.yours}</h2>
      <Row>
        <Button look="primary" isLarge isBusy={confirm.isSending} onPress={() => confirm.send(it)}>
          {w.confirm}
        </Button>
        <Button isOpen={disputes} onPress={() => setDisputes(!disputes)}>
          {w.dispute}
        </Button>
      </Row>
      <RefusalNotice refusal={confirm.refusal} />
      {disputes && (
        <Tell
          name={`dispute ${minutes.caseId} ${mine.id}`}
          label={w.disputeWhy}
          action={w.dispute}
          verb={dispute}
          onCancel={() => setDisputes(false)}
          onSent={() => setDisputes(false)}
          onSend={(reason, done) => dispute.send({ ...it, reason, category: 'COORDINATION' }, done)}
        />
      )}
    </section>
  );
}
