import { useState } from 'react';
import { Badge, Day } from '../../ui/facts';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Page, Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { ByNumber } from './by-number';
import { DisposalLine } from './disposal-line';
import { HoldLine } from './hold-line';
import { Periods } from './periods';
import { useProposeDisposal, useRetention, type Due } from './retention';
import { words } from './words';

/** How long things are kept, what is due, and what becomes of it: nothing happens here that two people did not want. */
export default function RetentionPage() {
  const w = useWords(words);
  const s = useWords(session);
  const { isOfficer } = usePerson();
  const [on, setOn] = useState(today());
  const reading = useRetention(on);
  const { data } = reading;
  return (
    <Page title={w.title} reading={reading} lines={10}>
      <title>{`${w.title} | ${s.product}`}</title>
      <p className="max-w-4xl">{w.intro}</p>
      {data && (
        <>
          <Section title={w.due} beside={<TextField label={w.dueOn} type="date" value={on} onChange={(day) => day && setOn(day)} />}>
            {!isOfficer && <p className="text-solid-gray-700">{w.officerOnly}</p>}
            {isOfficer && data.disposalsDue.length === 0 && <Empty title={w.dueNone}>{w.dueText}</Empty>}
            <ul className="divide-y divide-solid-gray-300">
              {data.disposalsDue.map((due) => (
                <DueLine key={due.caseId} due={due} />
              ))}
            </ul>
          </Section>
          <ByNumber isOfficer={isOfficer} />
          <Section title={w.disposals}>
            {data.disposals.length === 0 && <Empty title={w.disposalsNone} />}
            <ul className="divide-y divide-solid-gray-300">
              {data.disposals.map((disposal) => (
                <DisposalLine key={disposal.id} of={disposal} />
              ))}
            </ul>
          </Section>
          <Section title={w.holds}>
            {data.disposalHolds.length === 0 && <Empty title={w.holdsNone}>{w.holdsText}</Empty>}
            <ul className="divide-y divide-solid-gray-300">
              {data.disposalHolds.map((hold) => (
                <HoldLine key={hold.id} of={hold} />
              ))}
            </ul>
          </Section>
          <Periods of={data.retentionPeriods} />
        </>
      )}
    </Page>
  );
}

function DueLine({ due: { caseNumber, dueOn, because, isHeld, isProposed } }: { readonly due: Due }) {
  const w = useWords(words);
  const [proposes, setProposes] = useState(false);
  const verb = useProposeDisposal();
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <strong>{caseNumber}</strong>
          <span>
            {w.until}：<Day on={dueOn} />（{w.becauseOf[because]}）
          </span>
          {isHeld && <Badge look="orange">{w.held}</Badge>}
          {isProposed && <Badge look="blue">{w.proposed}</Badge>}
        </p>
        <Button
          label={`${w.propose}：${caseNumber}`}
          why={(isHeld && w.held) || (isProposed && w.proposed)}
          isOpen={proposes}
          onPress={() => setProposes(!proposes)}
        >
          {w.propose}
        </Button>
      </div>
      {proposes && (
        <Tell
          name={`disposal ${caseNumber}`}
          label={w.proposeWhy}
          action={w.propose}
          verb={verb}
          onSend={(reason, done) => verb.send({ caseNumber, ground: 'PERIOD_OVER', reason }, done)}
          onCancel={() => setProposes(false)}
          onSent={() => setProposes(false)}
        />
      )}
    </li>
  );
}
