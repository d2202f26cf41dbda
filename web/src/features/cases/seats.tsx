import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/field';
import { Form } from '../../ui/form';
import { Skeleton } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { candidatesOf, useConvening } from '../convening/convening';
import { Preview } from '../convening/preview';
import { usePerson } from '../session/me';
import { whyNot } from '../tasks/task';
import type { TeamSeat } from './case';
import { useEndSeat, useGiveSeat } from './verbs';
import { words } from './words';

/** Takes somebody onto the case, showing first what they will see of it. */
export function GiveSeat({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const w = useWords(words);
  const names = useWords(codes);
  const me = usePerson();
  const { data } = useConvening(caseId);
  const [choice, setChoice] = useState('');
  const [despite, setDespite] = useState('');
  const verb = useGiveSeat(caseId);
  if (!data) return <Skeleton lines={4} />;
  const possible = candidatesOf(data, me.id, []).filter(({ isOnCase }) => !isOnCase);
  const [staffId, at] = choice.split(' ');
  const person = possible.find((one) => one.staffId === staffId);
  const as = person?.postings[Number(at)];
  const send = () => {
    if (!person || !as) return;
    const { agencyId, profession } = as;
    verb.send({ caseId, staffId: person.staffId, agencyId, profession, despiteConflict: despite || null }, close);
  };
  return (
    <Form label={w.giveSeat} action={w.giveSeat} verb={verb} onSend={send} onCancel={close} why={!as && w.chooseWhom}>
      <Choose
        label={w.whom}
        value={choice}
        placeholder={w.chooseWhom}
        onChange={(chosen) => {
          setChoice(chosen);
          setDespite('');
          verb.forget();
        }}
        options={possible.flatMap((one) =>
          one.postings.map(({ agency, profession }, posting) => ({
            value: `${one.staffId} ${posting}`,
            label: `${one.name}（${agency}・${names.profession[profession]}）`,
          })),
        )}
      />
      {person && as && <Preview caseId={caseId} person={person} as={as} despite={despite} setDespite={setDespite} />}
    </Form>
  );
}

/** Ends a seat: its holder loses sight of the case at once. */
export function EndSeat({ caseId, seat }: { readonly caseId: string; readonly seat: TeamSeat }) {
  const w = useWords(words);
  const [ends, setEnds] = useState(false);
  const verb = useEndSeat(caseId);
  return (
    <>
      <Button look="quiet" label={w.endSeatOf(seat.staff?.name ?? '—')} why={whyNot(seat.end)} isOpen={ends} onPress={() => setEnds(!ends)}>
        {w.endSeat}
      </Button>
      {ends && (
        <Tell
          name={`end-seat ${caseId} ${seat.id}`}
          label={w.endSeatWhy}
          action={w.endSeat}
          verb={verb}
          onCancel={() => setEnds(false)}
          onSent={() => setEnds(false)}
          onSend={(reason, done) => verb.send({ seatId: seat.id, version: seat.version, reason }, done)}
        />
      )}
    </>
  );
}
