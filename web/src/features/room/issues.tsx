import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Badge } from '../../ui/facts';
import { Row, Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { words as tasks } from '../tasks/words';
import { useSight } from '../cases/sight';
import type { RoomIssue, Session, Topic } from './room';
import { useAssignIssue, useNameIssue, useResolveIssue } from './verbs';
import { OfCase, OnTopic } from './topic-choice';
import { words } from './words';

const agenciesOf = (of: Session) =>
  [...new Map(of.invitations.flatMap(({ agency }) => (agency ? [[agency.id, agency.name] as const] : [])))].map(([value, label]) => ({
    value,
    label,
  }));

/** What is difficult, and whose work it is. */
export function Issues({ of }: { readonly of: Session }) {
  const w = useWords(words);
  return (
    <Section title={w.issues}>
      {of.issues.length === 0 && <Empty title={w.issuesNone} />}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {of.issues.map((issue) => (
          <IssueLine key={issue.id} of={of} issue={issue} />
        ))}
      </ul>
      {of.status === 'OPEN' && <OnTopic of={of}>{(topic) => <NameIssue key={topic.itemId} of={of} topic={topic} />}</OnTopic>}
    </Section>
  );
}

function IssueLine({ of, issue }: { readonly of: Session; readonly issue: RoomIssue }) {
  const w = useWords(words);
  const t = useWords(tasks);
  const names = useWords(codes);
  const assign = useAssignIssue(issue.caseId);
  const resolve = useResolveIssue(issue);
  const [form, setForm] = useState<'assign' | 'resolve' | null>(null);
  const [agencyId, setAgency] = useState(issue.agency?.id ?? '');
  const it = { issueId: issue.id, version: issue.version };
  const isOpen = issue.status === 'OPEN';
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0">
      <p>
        <strong>{issue.what}</strong> <span className="text-solid-gray-700">{names.category[issue.category]}</span>{' '}
        <OfCase of={of} caseId={issue.caseId} />
        <span className="block">
          → {issue.agency?.name} {!isOpen && <Badge look="green">{w.resolve}</Badge>}
        </span>
        {issue.result?.body}
      </p>
      {isOpen && of.status === 'OPEN' && (
        <Row>
          <Button
            label={t.actOn(w.resolve, issue.what)}
            why={whyNot(issue.resolve)}
            isOpen={form === 'resolve'}
            onPress={() => setForm(form === 'resolve' ? null : 'resolve')}
          >
            {w.resolve}
          </Button>
          <Button
            look="quiet"
            label={t.actOn(w.assign, issue.what)}
            why={whyNot(issue.assign)}
            isOpen={form === 'assign'}
            onPress={() => setForm(form === 'assign' ? null : 'assign')}
          >
            {w.assign}
          </Button>
        </Row>
      )}
      {form === 'resolve' && isOpen && (
        <Tell
          name={`resolve ${issue.id}`}
          label={w.resolveWhat}
          action={w.resolve}
          verb={resolve}
          onCancel={() => setForm(null)}
          onSent={() => setForm(null)}
          onSend={(result, done) => resolve.send({ ...it, result }, done)}
        />
      )}
      {form === 'assign' && isOpen && (
        <>
          <Choose label={w.agency} value={agencyId} onChange={setAgency} options={agenciesOf(of)} />
          <Tell
            name={`assign ${issue.id}`}
            label={w.assignWhy}
            action={w.assign}
            verb={assign}
            onCancel={() => setForm(null)}
            onSent={() => setForm(null)}
            onSend={(reason, done) => assign.send({ ...it, agencyId, reason }, done)}
          />
        </>
      )}
    </li>
  );
}

function NameIssue({ of, topic: { caseId, itemId } }: { readonly of: Session; readonly topic: Topic }) {
  const w = useWords(words);
  const names = useWords(codes);
  const [what, setWhat] = useDraft(`issue ${caseId} ${of.id}`);
  const agencies = agenciesOf(of);
  const [agencyId, setAgency] = useState(agencies[0]?.value ?? '');
  const [chosen, setCategory] = useState<Code<'Category'> | ''>('');
  const categories = useSight(caseId)
    .filter(({ level }) => level !== 'NONE')
    .map((one) => one.category);
  const category = chosen || categories[0];
  const verb = useNameIssue(caseId);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  return (
    <form
      aria-label={w.nameIssue}
      className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== '' && category) verb.send({ sessionId: of.id, itemId, what, category, agencyId }, () => setWhat(''));
      }}
    >
      <div className="grid items-start gap-3 md:grid-cols-[2fr_1fr_1fr]">
        <TextField label={w.issueWhat} value={what} onChange={setWhat} fault={fault('what')} />
        <Choose label={w.agency} value={agencyId} onChange={setAgency} options={agencies} fault={fault('agencyId')} />
        <Choose
          label={w.category}
          value={category ?? ''}
          onChange={(value) => setCategory(value as Code<'Category'>)}
          options={categories.map((value) => ({ value, label: names.category[value] }))}
        />
      </div>
      <RefusalNotice refusal={verb.refusal} />
      <Button type="submit" isBusy={verb.isSending}>
        {w.nameIssue}
      </Button>
    </form>
  );
}
