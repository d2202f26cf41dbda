import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Born, Name } from '../../ui/facts';
import { Row, Section } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { AddContact } from './add-contact';
import { AddMember } from './add-member';
import { Schooling } from './schooling';
import { OtherParties } from './other-parties';
import { ShieldNotice } from './shield-notice';
import { useEndContact, useHousehold, type Contact, type Home, type Member } from './household';
import { names as called } from './names';
import { subjectFirst } from './subject-first';
import { words } from './words';

/** The people of the household and how they are reached; and whether where they live is hidden. */
export default function HouseholdPart({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const reading = useHousehold(caseId);
  const { data } = reading;
  const [adds, setAdds] = useState(false);
  return (
    <>
      {data && <ShieldNotice of={data.case} />}
      <Section title={w.title} reading={reading} lines={6}>
        {data && (
          <div>
            <Button isOpen={adds} why={whyNotRevise(data.case, w.closed)} onPress={() => setAdds(!adds)}>
              {w.addMember}
            </Button>
          </div>
        )}
        {adds && data && <AddMember caseId={caseId} close={() => setAdds(false)} />}
        <ul className="grid gap-4 lg:grid-cols-2">
          {data &&
            subjectFirst(data.case.household?.members ?? []).map((member) => <MemberCard key={member.id} of={data.case} member={member} />)}
        </ul>
      </Section>
      {data && <OtherParties of={data.case} />}
    </>
  );
}

/** Why the household cannot be changed by the person at the screen. */
const whyNotRevise = (of: Home, closed: string) => (of.status === 'CLOSED' ? closed : whyNot(of.revise));

function MemberCard({ of, member }: { readonly of: Home; readonly member: Member }) {
  const w = useWords(words);
  const names = useWords(codes);
  const [adds, setAdds] = useState(false);
  return (
    <li className="flex flex-col gap-3 rounded-8 border border-solid-gray-200 p-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-std-17B-170">
        <Name of={member} />
        <span className="font-normal text-solid-gray-700">
          {names.relation[member.relation]} {member.bornOn && <Born on={member.bornOn} />}
        </span>
      </h3>
      {member.contacts.length === 0 && <p className="text-solid-gray-700">{w.none}</p>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {member.contacts.map((contact) => (
          <ContactLine key={contact.id} caseId={of.id} contact={contact} />
        ))}
      </ul>
      <Row>
        <Button
          look="quiet"
          label={w.addOf(member.name)}
          why={(of.status === 'CLOSED' && w.closed) || whyNot(of.addContact)}
          isOpen={adds}
          onPress={() => setAdds(!adds)}
        >
          {w.add}
        </Button>
      </Row>
      {member.relation === 'CHILD' && <Schooling caseId={of.id} child={member} why={whyNotRevise(of, w.closed)} />}
      {adds && <AddContact caseId={of.id} member={member} isShielded={of.shield !== null} close={() => setAdds(false)} />}
    </li>
  );
}

function ContactLine({ caseId, contact }: { readonly caseId: string; readonly contact: Contact }) {
  const w = useWords(words);
  const names = useWords(called);
  const dates = useDates();
  const verb = useEndContact(caseId);
  const { id, version, kind, value, category, since, until } = contact;
  return (
    <li className="flex flex-col gap-1 py-2 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="w-20 shrink-0 text-solid-gray-700">{names.contact[kind]}</span>
        <span className={`min-w-0 flex-1 break-words ${until ? 'text-solid-gray-700 line-through' : 'text-std-17N-170'}`}>{value}</span>
        {category === 'SAFETY' && <Badge look="red">{w.shieldedMark}</Badge>}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 pl-23 text-solid-gray-700">
        {until ? w.ended(dates.day(until)) : w.sinceDay(dates.day(since))}
        {!until && (
          <Button
            look="quiet"
            label={w.endOf(value)}
            why={whyNot(contact.end)}
            isBusy={verb.isSending}
            onPress={() => verb.send({ contactDetailId: id, version })}
          >
            {w.end}
          </Button>
        )}
      </div>
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}
