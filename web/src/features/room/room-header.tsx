import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { AsOf, type Reading } from '../../ui/reading';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import type { Session } from './room';
import { useCancelSession, useCloseSession, useOpenSession } from './verbs';
import { useNameOf } from './name-of';
import { Present } from './present';
import { Ready } from './ready';
import { words } from './words';

const LOOKS = { CONVENED: 'blue', OPEN: 'green', CLOSED: 'plain', CANCELLED: 'plain' } as const;

/** Which session, why it meets, and what moves it on. */
export function RoomHeader({ of, reading }: { readonly of: Session; readonly reading: Reading }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const nameOf = useNameOf();
  return (
    <div className="flex flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Link
          href={of.series ? `/meetings/series/${of.series.id}/sessions` : `/cases/${of.caseId ?? ''}/sessions`}
          className="text-key-900 underline hover:bg-key-50"
        >
          {of.series ? of.series.name : `${of.case?.number ?? ''} ${of.case?.headline ?? ''}`}
        </Link>
        <AsOf of={reading} />
      </div>
      <h1 className="flex flex-wrap items-center gap-3 text-std-28B-150">
        {nameOf(of)} <Badge look={LOOKS[of.status]}>{names.session[of.status]}</Badge>
      </h1>
      <p>
        {dates.moment(of.startsAt)}–{dates.time(of.endsAt)}　{of.place}
      </p>
      {!of.series && (
        <p className="max-w-prose whitespace-pre-line">
          <strong>{w.reason}</strong>
          {of.reason}
        </p>
      )}
      <Present sessionId={of.id} />
      <Ready of={of} />
      <Running of={of} />
    </div>
  );
}

function Running({ of }: { readonly of: Session }) {
  const w = useWords(words);
  if (of.status === 'CANCELLED')
    return (
      <Notice look="warning">
        {w.isCancelled} {of.cancellation?.body}
      </Notice>
    );
  if (of.status === 'CLOSED')
    return (
      <Notice look="good">
        {w.isOver}{' '}
        <Link href={`/sessions/${of.id}/minutes`} className="text-key-900 underline">
          {w.minutes}
        </Link>
      </Notice>
    );
  return of.status === 'CONVENED' ? <Convened of={of} /> : <Opened of={of} />;
}

function Convened({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const open = useOpenSession(of.caseId);
  const cancel = useCancelSession(of.caseId);
  const [cancels, setCancels] = useState(false);
  const it = { sessionId: of.id, version: of.version };
  return (
    <>
      <p className="text-solid-gray-800">
        {w.notYet}{' '}
        <Link href={`/sessions/${of.id}/papers`} className="text-key-900 underline">
          {w.papers}
        </Link>
      </p>
      <Row>
        <Button look="primary" isLarge why={whyNot(of.run)} isBusy={open.isSending} onPress={() => open.send(it)}>
          {w.open}
        </Button>
        <Button look="danger" why={whyNot(of.run)} isOpen={cancels} onPress={() => setCancels(!cancels)}>
          {w.cancel}
        </Button>
      </Row>
      <RefusalNotice refusal={open.refusal} />
      {cancels && (
        <Tell
          name={`cancel ${of.id}`}
          label={w.cancelWhy}
          action={w.cancel}
          verb={cancel}
          onCancel={() => setCancels(false)}
          onSend={(reason, done) => cancel.send({ ...it, reason }, done)}
        />
      )}
    </>
  );
}

function Opened({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const close = useCloseSession(of.caseId);
  const unsettled = of.agenda.filter(({ outcome, takenOnAt }) => outcome === null && takenOnAt !== null).length;
  const unmarked = of.invitations.filter(({ attendance, withdrawnAt }) => attendance === null && withdrawnAt === null).length;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          why={whyNot(of.run)}
          isBusy={close.isSending}
          onPress={() => close.send({ sessionId: of.id, version: of.version })}
        >
          {w.close}
        </Button>
        {unsettled + unmarked > 0 && <span className="text-solid-gray-800">{w.closeHint(unsettled, unmarked)}</span>}
      </div>
      <RefusalNotice refusal={close.refusal} />
    </>
  );
}
