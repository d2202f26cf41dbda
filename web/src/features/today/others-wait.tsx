import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Refusal } from '../../ask';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Row, Section } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { PostponementAsked } from '../tasks/postponement';
import { useNameOf } from '../room/name-of';
import { Delegate } from './delegate';
import { OnCaseLink } from './on-case';
import type { Today } from './today';
import { useAcceptHandover, useAcceptInvitation, useDeclineHandover, useDeclineInvitation } from './verbs';
import { words } from './words';

export const LINK = 'inline-flex min-h-10 items-center rounded-8 border border-key-900 px-3.5 text-key-900 hover:bg-key-50 hover:underline';

export function Listed({ title, children, count }: { readonly title: string; readonly children: ReactNode; readonly count: number }) {
  if (count === 0) return null;
  return (
    <Section title={title} beside={<Badge>{count}</Badge>}>
      <ul className="flex flex-col divide-y divide-solid-gray-300 [&>li]:py-3 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
        {children}
      </ul>
    </Section>
  );
}

interface YesOrNoProps {
  readonly name: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly accept: { readonly isSending: boolean; readonly refusal: Refusal | null; readonly send: () => void };
  readonly decline: {
    readonly isSending: boolean;
    readonly refusal: Refusal | null;
    readonly send: (reason: string, done: () => void) => void;
  };
}

function YesOrNo({ name, yes, no, why, accept, decline }: YesOrNoProps) {
  const [says, setSays] = useState(false);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <Row>
        <Button look="primary" isBusy={accept.isSending} onPress={accept.send}>
          {yes}
        </Button>
        <Button isOpen={says} onPress={() => setSays(!says)}>
          {no}
        </Button>
      </Row>
      <RefusalNotice refusal={accept.refusal} />
      {says && <Tell name={name} label={why} action={no} verb={decline} onCancel={() => setSays(false)} onSend={decline.send} />}
    </div>
  );
}

export function Invitations({ invitations }: { readonly invitations: Today['invitations'] }) {
  const w = useWords(words);
  return (
    <Listed title={w.invitations} count={invitations.length}>
      {invitations.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} />
      ))}
    </Listed>
  );
}

function Invitation({ invitation }: { readonly invitation: Today['invitations'][number] }) {
  const { id, version, caseId, session } = invitation;
  const w = useWords(words);
  const nameOf = useNameOf();
  const dates = useDates();
  const accept = useAcceptInvitation(caseId);
  const decline = useDeclineInvitation(caseId);
  const it = { invitationId: id, version };
  if (!session) return null;
  return (
    <li>
      <p className="text-std-17B-170">
        {dates.moment(session.startsAt)}–{dates.time(session.endsAt)}
      </p>
      <p>
        {session.place}　<OnCaseLink of={session.case} />
      </p>
      <p className="text-solid-gray-800">{session.series ? nameOf(session) : session.reason}</p>
      <YesOrNo
        name={`invitation ${id}`}
        yes={w.coming}
        no={w.notComing}
        why={w.notComingWhy}
        accept={{ ...accept, send: () => accept.send(it) }}
        decline={{ ...decline, send: (reason, done) => decline.send({ ...it, reason }, done) }}
      />
      <Delegate invitation={invitation} />
    </li>
  );
}

export function HandoversOffered({ handovers }: { readonly handovers: Today['handoversOffered'] }) {
  const w = useWords(words);
  return (
    <Listed title={w.handovers} count={handovers.length}>
      {handovers.map((handover) => (
        <Handover key={handover.id} handover={handover} />
      ))}
    </Listed>
  );
}

function Handover({ handover }: { readonly handover: Today['handoversOffered'][number] }) {
  const w = useWords(words);
  const accept = useAcceptHandover(handover.caseId);
  const decline = useDeclineHandover(handover.caseId);
  const it = { handoverId: handover.id };
  return (
    <li>
      <p>
        <Name of={handover.from} />
        {w.asksYou}
      </p>
      <p>
        <OnCaseLink of={handover.case} />
      </p>
      <p className="text-solid-gray-800">{handover.reason?.body}</p>
      <YesOrNo
        name={`handover ${handover.id}`}
        yes={w.takeOver}
        no={w.notTakeOver}
        why={w.notTakeOverWhy}
        accept={{ ...accept, send: () => accept.send(it) }}
        decline={{ ...decline, send: (reason, done) => decline.send({ ...it, reason }, done) }}
      />
    </li>
  );
}

export function PostponementsAsked({ postponements }: { readonly postponements: Today['postponementsToAnswer'] }) {
  const w = useWords(words);
  return (
    <Listed title={w.postponements} count={postponements.length}>
      {postponements.map((asked) => (
        <li key={asked.id} className="flex flex-col gap-2">
          <p className="text-std-17B-170">{asked.task?.what}</p>
          <PostponementAsked caseId={asked.caseId} asked={asked} />
        </li>
      ))}
    </Listed>
  );
}

export function MinutesToConfirm({ minutes }: { readonly minutes: Today['minutesToConfirm'] }) {
  const w = useWords(words);
  const nameOf = useNameOf();
  return (
    <Listed title={w.minutes} count={minutes.length}>
      {minutes.map(({ id, session }) => (
        <li key={id} className="flex flex-col items-start gap-2">
          <p className="text-std-17B-170">{session && nameOf(session)}</p>
          <OnCaseLink of={session?.case ?? null} />
          <Link href={`/sessions/${session?.id ?? ''}/minutes`} className={LINK}>
            {w.readMinutes}
          </Link>
        </li>
      ))}
    </Listed>
  );
}
