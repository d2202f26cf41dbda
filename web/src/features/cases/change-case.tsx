import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { isOpen, whyNot } from '../tasks/task';
import { useTeam, type Case } from './case';
import { useChangeLeadAgency, useCloseCase, useReviseHeadline } from './verbs';
import { words as change } from './change-words';
import { words } from './words';

interface ChangeProps {
  readonly of: Case;
  readonly close: () => void;
}

function Headline({ of, close }: ChangeProps) {
  const w = useWords(words);
  const c = useWords(change);
  const g = useWords(general);
  const [headline, setHeadline] = useDraft(`headline ${of.id}`, of.headline);
  const verb = useReviseHeadline(of.id);
  const isMissing = headline.trim() === '';
  const send = () => {
    if (isMissing) return;
    verb.send({ caseId: of.id, version: of.version, headline }, () => {
      setHeadline('');
      close();
    });
  };
  return (
    <Form label={c.reviseHeadline} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <TextField
        label={w.headline}
        hint={w.headlineHint}
        value={headline}
        onChange={setHeadline}
        fault={(isMissing && g.required) || (verb.refusal?.isAbout('headline') && verb.refusal.message)}
        isRequired
      />
    </Form>
  );
}

function LeadAgency({ of, close }: ChangeProps) {
  const c = useWords(change);
  const [agencyId, setAgency] = useState('');
  const [isMissing, setMissing] = useState(false);
  const verb = useChangeLeadAgency(of.id);
  const seats = useTeam(of.id).data?.case.seats ?? [];
  const agencies = [...new Map(seats.flatMap(({ agency }) => (agency ? [[agency.id, agency.name] as const] : [])))];
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <Choose
        label={c.leadTo}
        hint={c.leadHint}
        value={agencyId}
        placeholder={c.chooseLead}
        onChange={setAgency}
        options={agencies.filter(([id]) => id !== of.leadAgency?.id).map(([value, label]) => ({ value, label }))}
        fault={(isMissing && agencyId === '' && c.chooseLead) || (verb.refusal?.isAbout('agencyId') && verb.refusal.message)}
      />
      <Tell
        name={`lead ${of.id}`}
        label={c.leadWhy}
        action={c.changeLead}
        verb={verb}
        onCancel={close}
        onSent={close}
        onSend={(reason, done) => {
          setMissing(agencyId === '');
          if (agencyId !== '') verb.send({ caseId: of.id, version: of.version, agencyId, reason }, done);
        }}
      />
    </div>
  );
}

/** What still keeps it open is said before the reason is written. */
function Closing({ of, close }: ChangeProps) {
  const c = useWords(change);
  const verb = useCloseCase(of.id);
  const open = of.tasks.filter((task) => isOpen(task) && task.status !== 'DECLINED').length;
  const hasSession = of.sessions.some(({ status }) => status === 'CONVENED' || status === 'OPEN');
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <Notice look={open > 0 || hasSession || of.openHandover ? 'warning' : 'plain'}>
        <p>{c.closeText}</p>
        <ul className="list-disc pl-6">
          {open > 0 && <li>{c.closeTasks(open)}</li>}
          {hasSession && <li>{c.closeSession}</li>}
          {of.openHandover && <li>{c.closeHandover}</li>}
        </ul>
      </Notice>
      <Tell
        name={`close ${of.id}`}
        label={c.closeWhy}
        action={c.close}
        verb={verb}
        onCancel={close}
        onSent={close}
        onSend={(reason, done) => verb.send({ caseId: of.id, version: of.version, reason }, done)}
      />
    </div>
  );
}

const FORMS = { headline: Headline, lead: LeadAgency, close: Closing };
type Form = keyof typeof FORMS;

/** What the key person changes about the case itself. */
export default function ChangeCase({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const c = useWords(change);
  const [form, setForm] = useState<Form | null>(null);
  const choose = (which: Form) => setForm(form === which ? null : which);
  const isClosed = of.status === 'CLOSED' && w.closed;
  const Chosen = form && FORMS[form];
  return (
    <div className="flex flex-col gap-3 border-t border-solid-gray-200 pt-3">
      <Row>
        <Button why={isClosed || whyNot(of.revise)} isOpen={form === 'headline'} onPress={() => choose('headline')}>
          {c.reviseHeadline}
        </Button>
        <Button why={isClosed || whyNot(of.revise)} isOpen={form === 'lead'} onPress={() => choose('lead')}>
          {c.changeLead}
        </Button>
        <Button look="danger" why={isClosed || whyNot(of.close)} isOpen={form === 'close'} onPress={() => choose('close')}>
          {c.close}
        </Button>
      </Row>
      {Chosen && !isClosed && <Chosen of={of} close={() => setForm(null)} />}
    </div>
  );
}
