import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useDraft } from '../../drafts';
import { useWatch } from '../../live';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { Page, Section } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useSight } from '../cases/sight';
import { WhoCanCome } from '../time/who-can-come';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { candidatesOf, useConveneSession, useConvening, type Category, type Matter } from './convening';
import { Members, type Chosen } from './members';
import { Questions, type Question } from './questions';
import { words } from './words';

export default function ConvenePage({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const s = useWords(session);
  const reading = useConvening(caseId);
  const { data } = reading;
  useWatch([caseId]);
  return (
    <Page title={w.title} reading={reading} lines={12}>
      <title>{`${w.title} | ${s.product}`}</title>
      {data && <Form matter={data} />}
    </Page>
  );
}

function Form({ matter }: { readonly matter: Matter }) {
  const w = useWords(words);
  const g = useWords(general);
  const { id: me, name: myName } = usePerson();
  const [, goTo] = useLocation();
  const caseId = matter.case.id;
  const needed = useSight(caseId)
    .filter(({ level }) => level !== 'NONE')
    .map(({ category }): Category => category);
  const [reason, setReason] = useDraft(`convene ${caseId}`);
  const [questions, setQuestions] = useState<readonly Question[]>([{ what: '', category: 'COORDINATION' }]);
  const asked = questions.filter(({ what }) => what.trim() !== '');
  const candidates = candidatesOf(matter, me, [...asked.map(({ category }) => category), ...openIssues(matter)]);
  const [chosen, setChosen] = useState<Chosen>(
    () => new Map(candidates.filter(({ isOnCase }) => isOnCase).map(({ staffId }) => [staffId, 0])),
  );
  const [time, setTime] = useState({
    day: plusDays(today(), 7),
    from: '10:00',
    to: '11:30',
    place: matter.case.sessions[0]?.place ?? `${matter.case.leadAgency?.name ?? ''} 会議室`,
  });
  const [despite, setDespite] = useState<ReadonlyMap<string, string>>(new Map());
  const [wasPressed, setPressed] = useState(false);
  const verb = useConveneSession(caseId);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const at = (clock: string) => `${time.day}T${clock}:00+09:00`;

  const send = (despiteOverlap: boolean) => {
    setPressed(true);
    if (reason.trim() === '' || chosen.size === 0) return;
    const invitees = candidates.flatMap(({ staffId, isOnCase, postings }) => {
      const posting = postings[chosen.get(staffId) ?? -1];
      if (!posting) return [];
      const despiteConflict = despite.get(staffId) || null;
      return [{ staffId, despiteConflict, ...(isOnCase ? {} : { profession: posting.profession, agencyId: posting.agencyId }) }];
    });
    verb.send(
      { caseId, reason, place: time.place, startsAt: at(time.from), endsAt: at(time.to), questions: asked, invitees, despiteOverlap },
      ({ conveneSession }) => {
        setReason('');
        goTo(`/sessions/${conveneSession?.id ?? ''}`);
      },
    );
  };

  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <Link href={`/cases/${caseId}`} className="self-start text-key-900 underline hover:bg-key-50">
        {matter.case.number} {matter.case.headline}
      </Link>
      <Section title={w.why}>
        <TextArea
          label={w.reason}
          value={reason}
          onChange={setReason}
          rows={2}
          fault={(wasPressed && reason.trim() === '' && g.required) || fault('reason')}
          isRequired
        />
        <Questions questions={questions} onChange={setQuestions} categories={['COORDINATION', ...needed]} fault={fault('questions')} />
        <Notice>{w.carried}</Notice>
      </Section>
      <Members
        candidates={candidates}
        chosen={chosen}
        onChange={setChosen}
        caseId={caseId}
        despite={despite}
        setDespite={setDespite}
        fault={(wasPressed && chosen.size === 0 && w.nobody) || fault('invitees')}
      />
      <Section title={w.when}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_2fr]">
          <TextField label={w.day} type="date" value={time.day} min={today()} onChange={(day) => setTime({ ...time, day })} isRequired />
          <TextField
            label={w.from}
            type="time"
            value={time.from}
            onChange={(from) => setTime({ ...time, from })}
            fault={fault('startsAt')}
            isRequired
          />
          <TextField
            label={w.to}
            type="time"
            value={time.to}
            onChange={(to) => setTime({ ...time, to })}
            fault={fault('endsAt')}
            isRequired
          />
          <TextField
            label={w.place}
            value={time.place}
            onChange={(place) => setTime({ ...time, place })}
            fault={fault('place')}
            isRequired
          />
        </div>
        <WhoCanCome
          planned={{ staffIds: [me, ...chosen.keys()], startsAt: at(time.from), endsAt: at(time.to) }}
          nameOf={(staffId) => candidates.find((one) => one.staffId === staffId)?.name ?? myName}
          choose={(found) => setTime({ ...time, ...found })}
        />
      </Section>
      <RefusalNotice refusal={verb.refusal} />
      {verb.refusal?.code === 'CONFLICT' && <Button onPress={() => send(true)}>{w.despiteOverlap}</Button>}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-4 border-t border-solid-gray-300 bg-white/95 px-5 py-3">
        <Button type="submit" look="primary" isLarge isBusy={verb.isSending}>
          {w.send}
        </Button>
        <span role="status">
          {w.chosen(chosen.size)}　{w.sending}
        </span>
      </div>
    </form>
  );
}

const openIssues = ({ case: { issues } }: Matter) => issues.filter(({ status }) => status === 'OPEN').map(({ category }) => category);
