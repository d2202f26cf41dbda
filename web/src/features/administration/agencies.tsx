import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useAddAgency, useCloseAgency, type Agency, type AgencyKind, type Directory } from './directory';
import { names as called } from './names';
import { RenameAgency } from './rename';
import { words } from './words';

const KINDS = ['DEPARTMENT', 'OUTSIDE_BODY', 'MUNICIPALITY'] as const satisfies readonly AgencyKind[];

/** Agencies as the tree that they are. */
export function Agencies({ of }: { readonly of: Directory }) {
  const w = useWords(words);
  const [adds, setAdds] = useState(false);
  return (
    <Section
      title={w.agencies}
      beside={
        <Button isOpen={adds} onPress={() => setAdds(!adds)}>
          {w.addAgency}
        </Button>
      }
    >
      {adds && <AddAgency of={of} close={() => setAdds(false)} />}
      <Branch of={of} parentId={null} />
    </Section>
  );
}

function Branch({ of, parentId }: { readonly of: Directory; readonly parentId: string | null }) {
  const below = of.agencies.filter((agency) => agency.parentId === parentId);
  if (below.length === 0) return null;
  return (
    <ul className={parentId === null ? 'flex flex-col gap-2' : 'mt-2 ml-3 flex flex-col gap-2 border-l-2 border-solid-gray-300 pl-4'}>
      {below.map((agency) => (
        <li key={agency.id}>
          <AgencyLine of={of} agency={agency} />
          <Branch of={of} parentId={agency.id} />
        </li>
      ))}
    </ul>
  );
}

function AgencyLine({ of, agency }: { readonly of: Directory; readonly agency: Agency }) {
  const w = useWords(words);
  const n = useWords(called);
  const dates = useDates();
  const [form, setForm] = useState<'rename' | 'close' | null>(null);
  const closes = form === 'close';
  const choose = (which: 'rename' | 'close') => setForm(form === which ? null : which);
  const verb = useCloseAgency();
  const people = of.staff.filter(({ postings }) =>
    postings.some((posting) => posting.isCurrent && posting.agency?.id === agency.id),
  ).length;
  const { id, version, name, kind, closedOn } = agency;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className={closedOn ? 'text-solid-gray-700 line-through' : 'font-bold'}>{name}</span>
        <span className="text-solid-gray-700">
          {n.agency[kind]}・{closedOn ? w.closed(dates.day(closedOn)) : w.posted(people)}
        </span>
        {!closedOn && (
          <>
            <Button
              look="quiet"
              label={w.renameOf(name)}
              why={whyNot(agency.administer)}
              isOpen={form === 'rename'}
              onPress={() => choose('rename')}
            >
              {w.rename}
            </Button>
            <Button
              look="quiet"
              label={w.closeAgencyOf(name)}
              why={whyNot(agency.administer)}
              isOpen={closes}
              onPress={() => choose('close')}
            >
              {w.closeAgency}
            </Button>
          </>
        )}
      </div>
      {form === 'rename' && !closedOn && <RenameAgency agency={agency} close={() => setForm(null)} />}
      {closes && !closedOn && (
        <Form
          label={w.closeAgencyOf(name)}
          action={w.closeAgency}
          look="danger"
          verb={verb}
          onSend={() => verb.send({ agencyId: id, version }, () => setForm(null))}
          onCancel={() => setForm(null)}
        >
          <p>{w.closeSure(name)}</p>
        </Form>
      )}
    </>
  );
}

function AddAgency({ of, close }: { readonly of: Directory; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const n = useWords(called);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AgencyKind>('DEPARTMENT');
  const [parentId, setParent] = useState('');
  const [wasPressed, setPressed] = useState(false);
  const verb = useAddAgency();
  const send = () => {
    setPressed(true);
    if (name.trim() !== '') verb.send({ name, kind, parentId: parentId || null }, close);
  };
  return (
    <Form label={w.addAgency} action={w.add} verb={verb} onSend={send} onCancel={close}>
      <TextField
        label={w.agencyName}
        value={name}
        onChange={setName}
        fault={(wasPressed && name.trim() === '' && g.required) || (verb.refusal?.isAbout('name') && verb.refusal.message)}
        isRequired
      />
      <Choose
        label={w.agencyKind}
        value={kind}
        onChange={(chosen) => setKind(chosen as AgencyKind)}
        options={KINDS.map((value) => ({ value, label: n.agency[value] }))}
      />
      <Choose
        label={w.below}
        value={parentId}
        placeholder={w.top}
        onChange={setParent}
        options={of.agencies.filter(({ closedOn }) => closedOn === null).map((agency) => ({ value: agency.id, label: agency.name }))}
      />
    </Form>
  );
}
