import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import type { Session, Topic } from './room';
import { useAllocateRole } from './verbs';
import { OfCase, OnTopic } from './topic-choice';
import { words } from './words';

/** Who plays which part: 誰が、どのような役割を果たすのか. */
export function Roles({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const current = of.roles.filter(({ until }) => until === null);
  return (
    <Section title={w.roles}>
      {current.length === 0 && <Empty title={w.rolesNone} />}
      <ul className="flex flex-col gap-2">
        {current.map(({ id, caseId, role, staff, agency }) => (
          <li key={id}>
            <strong>
              <Name of={staff} />
            </strong>
            <span className="text-solid-gray-700">（{agency?.name}）</span>
            <span className="block">
              {role} <OfCase of={of} caseId={caseId} />
            </span>
          </li>
        ))}
      </ul>
      {of.status === 'OPEN' && (of.run.allowed || of.series !== null) && (
        <OnTopic of={of}>{(topic) => <Allocate key={topic.itemId} of={of} topic={topic} />}</OnTopic>
      )}
    </Section>
  );
}

function Allocate({ of, topic: { caseId, itemId } }: { readonly of: Session; readonly topic: Topic }) {
  const w = useWords(words);
  const [role, setRole] = useDraft(`role ${caseId} ${of.id}`);
  const [staffId, setStaff] = useState(of.invitations[0]?.staffId ?? '');
  const verb = useAllocateRole(caseId);
  return (
    <form
      aria-label={w.allocate}
      className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (role.trim() !== '') verb.send({ sessionId: of.id, itemId, staffId, role }, () => setRole(''));
      }}
    >
      <Choose
        label={w.rolePerson}
        value={staffId}
        onChange={setStaff}
        options={of.invitations.map((invitation) => ({ value: invitation.staffId, label: invitation.staff?.name ?? '—' }))}
      />
      <TextField label={w.role} value={role} onChange={setRole} fault={verb.refusal?.isAbout('role') && verb.refusal.message} />
      <RefusalNotice refusal={verb.refusal} />
      <Button type="submit" isBusy={verb.isSending}>
        {w.allocate}
      </Button>
    </form>
  );
}
