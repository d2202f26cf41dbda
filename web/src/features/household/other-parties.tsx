import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty, Notice, RefusalNotice } from '../../ui/notice';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useEndParty, type Home } from './household';
import { NameParty } from './name-party';
import { names as called } from './names';
import { words } from './words';

/** From whom the household is protected, and who of the staff may be connected with them. */
export function OtherParties({ of }: { readonly of: Home }) {
  const w = useWords(words);
  const [names, setNames] = useState(false);
  const mayWrite = of.nameParty.allowed;
  if (!mayWrite && of.otherParties.length === 0 && of.conflictsOfInterest.length === 0) return null;
  return (
    <Section
      title={w.parties}
      beside={
        <Button why={(of.status === 'CLOSED' && w.closed) || whyNot(of.nameParty)} isOpen={names} onPress={() => setNames(!names)}>
          {w.nameParty}
        </Button>
      }
    >
      {names && <NameParty caseId={of.id} close={() => setNames(false)} />}
      {of.otherParties.length === 0 && mayWrite && <Empty title={w.partiesNone}>{w.partiesText}</Empty>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {of.otherParties.map((party) => (
          <Party key={party.id} caseId={of.id} party={party} />
        ))}
      </ul>
      <Conflicts of={of} />
    </Section>
  );
}

function Party({ caseId, party }: { readonly caseId: string; readonly party: Home['otherParties'][number] }) {
  const w = useWords(words);
  const names = useWords(called);
  const dates = useDates();
  const verb = useEndParty(caseId);
  const { id, version, relation, staff, agency, reason, until } = party;
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0">
      <p>
        <strong>
          <Name of={party} />
        </strong>{' '}
        {names.otherParty[relation]} {until && <Badge>{w.ended(dates.day(dayOf(until)))}</Badge>}
        <span className="ml-3 text-solid-gray-700">{[staff?.name, agency?.name].filter(Boolean).join('・')}</span>
      </p>
      <p className="whitespace-pre-line">{reason}</p>
      {!until && (
        <Button
          look="quiet"
          label={w.endOf(party.name)}
          why={whyNot(party.write)}
          isBusy={verb.isSending}
          onPress={() => verb.send({ otherPartyId: id, version })}
        >
          {w.endParty}
        </Button>
      )}
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}

function Conflicts({ of }: { readonly of: Home }) {
  const w = useWords(words);
  if (of.conflictsOfInterest.length === 0) return null;
  return (
    <>
      <h3 className="text-std-17B-170">{w.conflicts}</h3>
      {of.conflictsOfInterest.map(({ id, staff, waivedAt, waivedBy, reason }) => (
        <Notice key={id} look={waivedAt ? 'plain' : 'warning'}>
          <p>
            <strong>
              <Name of={staff} />
            </strong>
            {w.conflict}
          </p>
          {waivedAt ? (
            <p>
              {w.waived(waivedBy?.name ?? '—')}「{reason}」
            </p>
          ) : (
            <p>{w.open}</p>
          )}
        </Notice>
      ))}
    </>
  );
}
