import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { codes } from '../../words/codes';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { useTeam, type Case, type TeamSeat } from './case';
import { HandOver, HandoverOpen } from './hand-over';
import { useSightOf } from './sight';
import { SightList } from './sight-list';
import { words } from './words';

/** Who is on the case, for whom, as what, and what each may see. */
export function Team({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const { id } = usePerson();
  const { data, error, refetch } = useTeam(of.id);
  const [handsOver, setHandsOver] = useState(false);
  const isMine = of.keyPerson?.staff?.id === id;
  const others = data?.case.seats.filter((seat) => seat.staffId !== of.keyPerson?.staff?.id) ?? [];
  return (
    <Section
      title={w.team}
      beside={
        isMine &&
        !of.openHandover && (
          <Button isOpen={handsOver} why={others.length === 0 && w.handOverNobody} onPress={() => setHandsOver(!handsOver)}>
            {w.handOver}
          </Button>
        )
      }
    >
      {of.openHandover && <HandoverOpen caseId={of.id} open={of.openHandover} />}
      {handsOver && !of.openHandover && <HandOver caseId={of.id} seats={others} close={() => setHandsOver(false)} />}
      <RefusalNotice refusal={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton lines={6} />}
      <ul className="grid gap-4 lg:grid-cols-2">
        {data?.case.seats.map((seat) => (
          <Member
            key={seat.id}
            caseId={of.id}
            seat={seat}
            roles={data.case.roles.filter(({ staffId }) => staffId === seat.staffId).map(({ role }) => role)}
          />
        ))}
      </ul>
    </Section>
  );
}

function Member({ caseId, seat, roles }: { readonly caseId: string; readonly seat: TeamSeat; readonly roles: readonly string[] }) {
  const { data, isPending } = useSightOf(caseId, { staffId: seat.staffId });
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  return (
    <li className="flex flex-col gap-2 rounded-8 border border-solid-gray-200 p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <strong className="text-std-17B-170">
          <Name of={seat.staff} />
        </strong>
        {seat.isKeyPerson && <Badge look="blue">{w.keyPerson}</Badge>}
      </div>
      <p className="text-solid-gray-800">
        {seat.agency?.name}・{names.profession[seat.profession]}
        <span className="ml-4 text-solid-gray-700">{w.since(dates.day(dayOf(seat.since)))}</span>
      </p>
      {roles.map((role) => (
        <p key={role}>
          <Badge>{w.roles}</Badge> {role}
        </p>
      ))}
      {isPending ? <Skeleton lines={2} /> : <SightList sights={data?.sight.categories ?? []} />}
    </li>
  );
}
