import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Choose } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useList, useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { names as called } from './names';
import { seatingOf, usePosted } from './postings';
import { useAgencyNames } from './directory';
import { useAddMember, useEndMembership, useEndSeries, type Member, type Series, type SeriesPartCode } from './series';
import { seriesWords } from './series-words';

const PARTS = ['MEMBER', 'RECORDER', 'CHAIR'] as const;

/** Who takes part, as what; those who have to come are marked, and missed where nobody of them is a member. */
export function Members({ of }: { readonly of: Series }) {
  const w = useWords(seriesWords);
  const [form, setForm] = useState<'add' | 'end' | null>(null);
  const why = of.until ? w.isEnded : whyNot(of.administer);
  const toggle = (one: 'add' | 'end') => setForm(form === one ? null : one);
  return (
    <Section
      title={w.members}
      beside={
        <Button isOpen={form === 'add'} why={why} onPress={() => toggle('add')}>
          {w.addMember}
        </Button>
      }
    >
      <Missing of={of} />
      {form === 'add' && <AddMember of={of} close={() => setForm(null)} />}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {of.members.map((member) => (
          <MemberLine key={member.id} of={of} member={member} />
        ))}
      </ul>
      <Button look="danger" isOpen={form === 'end'} why={why} onPress={() => toggle('end')}>
        {w.endSeries}
      </Button>
      {form === 'end' && <EndSeries of={of} close={() => setForm(null)} />}
    </Section>
  );
}

const isMandatory = ({ kind }: Series, { profession, agency }: Member) =>
  Boolean(kind?.mandatoryProfessions.includes(profession) || (agency && kind?.mandatoryAgencyIds.includes(agency.id)));

function Missing({ of }: { readonly of: Series }) {
  const w = useWords(seriesWords);
  const names = useWords(codes);
  const list = useList();
  const agencies = useAgencyNames();
  const { kind, members } = of;
  if (!kind || of.until) return null;
  const missing = [
    ...kind.mandatoryProfessions.filter((one) => !members.some(({ profession }) => profession === one)).map((one) => names.profession[one]),
    ...kind.mandatoryAgencyIds
      .filter((id) => !members.some(({ agency }) => agency?.id === id))
      .map((id) => agencies.find((agency) => agency.id === id)?.name ?? '—'),
  ];
  return missing.length > 0 && <Notice look="warning">{w.missingMandatory(list(missing))}</Notice>;
}

function MemberLine({ of, member }: { readonly of: Series; readonly member: Member }) {
  const w = useWords(seriesWords);
  const c = useWords(called);
  const names = useWords(codes);
  const [ends, setEnds] = useState(false);
  const verb = useEndMembership();
  const name = member.staff?.name ?? '—';
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
        <span>
          <strong>
            <Name of={member.staff} />
          </strong>{' '}
          <Badge look={member.part === 'MEMBER' ? 'plain' : 'blue'}>
            {member.part === 'CHAIR' ? (of.kind?.chairTitle ?? c.part.CHAIR) : c.part[member.part]}
          </Badge>{' '}
          {isMandatory(of, member) && <Badge look="orange">{w.required}</Badge>}
          <span className="block text-solid-gray-700">
            {member.agency?.name}・{names.profession[member.profession]}
          </span>
        </span>
        {!of.until && (
          <Button look="quiet" label={w.endMemberOf(name)} why={whyNot(of.administer)} isOpen={ends} onPress={() => setEnds(!ends)}>
            {w.endMember}
          </Button>
        )}
      </div>
      {ends && (
        <Tell
          name={`membership ${member.id}`}
          label={w.endMemberWhy}
          action={w.endMemberOf(name)}
          verb={verb}
          onCancel={() => setEnds(false)}
          onSent={() => setEnds(false)}
          onSend={(reason, done) => verb.send({ membershipId: member.id, version: member.version, reason }, done)}
        />
      )}
    </li>
  );
}

function AddMember({ of, close }: { readonly of: Series; readonly close: () => void }) {
  const w = useWords(seriesWords);
  const c = useWords(called);
  const [choice, setChoice] = useState('');
  const [part, setPart] = useState<SeriesPartCode>('MEMBER');
  const verb = useAddMember();
  const people = usePosted().filter(({ staffId }) => !of.members.some((member) => member.staffId === staffId));
  const person = people.find(({ value }) => value === choice);
  return (
    <Form
      label={w.addMember}
      action={w.add}
      verb={verb}
      why={!person && w.choosePerson}
      onSend={() => person && verb.send({ seriesId: of.id, ...seatingOf(person), part }, close)}
      onCancel={close}
    >
      <Choose label={w.person} value={choice} placeholder={w.choosePerson} onChange={setChoice} options={people} isRequired />
      <Choose
        label={w.part}
        value={part}
        onChange={(value) => setPart(value as SeriesPartCode)}
        options={PARTS.map((value) => ({ value, label: c.part[value] }))}
        fault={verb.refusal?.isAbout('part') && verb.refusal.message}
      />
    </Form>
  );
}

function EndSeries({ of, close }: { readonly of: Series; readonly close: () => void }) {
  const w = useWords(seriesWords);
  const verb = useEndSeries();
  return (
    <Tell
      name={`end ${of.id}`}
      label={w.endSeriesWhy}
      action={w.endSeries}
      verb={verb}
      onCancel={close}
      onSent={close}
      onSend={(reason, done) => verb.send({ seriesId: of.id, version: of.version, reason }, done)}
    />
  );
}
