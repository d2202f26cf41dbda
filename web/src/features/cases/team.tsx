import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Row, Section } from '../../ui/layout';
import { Skeleton } from '../../ui/notice';
import { codes } from '../../words/codes';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { whyNot } from '../tasks/task';
import { useTeam, type Case, type TeamOfCase, type TeamSeat } from './case';
import { EndSeat, GiveSeat } from './seats';
import { HandOver, HandoverOpen } from './hand-over';
import { useSightOf } from './sight';
import { SightList } from './sight-list';
import { words } from './words';

/** Who is on the case, for whom, as what, and what each may see. */
export function Team({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const reading = useTeam(of.id);
  const { data } = reading;
  return (
    <Section title={w.team} reading={reading} lines={6}>
      {of.openHandover && <HandoverOpen caseId={of.id} open={of.openHandover} />}
      {data && <Changes of={of} team={data.case} />}
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

/** Somebody more on the case, or another key person. */
function Changes({ of, team }: { readonly of: Case; readonly team: TeamOfCase }) {
  const w = useWords(words);
  const { id } = usePerson();
  const [form, setForm] = useState<'give' | 'hand-over' | null>(null);
  const choose = (which: 'give' | 'hand-over') => setForm(form === which ? null : which);
  const others = team.seats.filter((seat) => seat.staffId !== of.keyPerson?.staff?.id);
  const isMine = of.keyPerson?.staff?.id === id;
  return (
    <>
      <Row>
        <Button
          look="primary"
          why={(of.status === 'CLOSED' && w.closed) || whyNot(team.give)}
          isOpen={form === 'give'}
          onPress={() => choose('give')}
        >
          {w.giveSeat}
        </Button>
        {isMine && !of.openHandover && (
          <Button isOpen={form === 'hand-over'} why={others.length === 0 && w.handOverNobody} onPress={() => choose('hand-over')}>
            {w.handOver}
          </Button>
        )}
      </Row>
      {form === 'give' && <GiveSeat caseId={of.id} close={() => setForm(null)} />}
      {form === 'hand-over' && !of.openHandover && <HandOver caseId={of.id} seats={others} close={() => setForm(null)} />}
    </>
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
      {isPending ? <Skeleton lines={2} /> : <SightList sights={data?.sight.categories ?? []} isExplained />}
      <EndSeat caseId={caseId} seat={seat} />
    </li>
  );
}
