import { useState } from 'react';
import { useLocation } from 'wouter';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Skeleton } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { useLanguage, useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { useKinds, type Kind } from './kinds';
import { KindFacts } from './kind-facts';
import { PeopleChoice } from './people-choice';
import { seatingOf, usePosted, type Posted } from './postings';
import { useStartSeries } from './series';
import { seriesWords } from './series-words';
import { words } from './words';

/** Starts a series: of which kind, where it meets, who leads it and who takes part. */
export function StartSeries({ close }: { readonly close: () => void }) {
  const kinds = useKinds().data?.meetingKinds.filter(({ subject }) => subject === 'CASELOAD') ?? [];
  if (kinds.length === 0) return <Skeleton lines={4} />;
  return <Fields kinds={kinds} close={close} />;
}

function Fields({ kinds, close }: { readonly kinds: readonly Kind[]; readonly close: () => void }) {
  const w = useWords(seriesWords);
  const { id: me, postings } = usePerson();
  const [, goTo] = useLocation();
  const people = usePosted();
  const [typed, setTyped] = useState({
    code: kinds[0]!.code,
    name: null as string | null,
    place: '',
    agencyId: postings[0]?.agency?.id ?? '',
  });
  const [parts, setParts] = useState({ chair: '', recorder: '', members: [] as readonly string[] });
  const [wasPressed, setPressed] = useState(false);
  const verb = useStartSeries();
  const kind = kinds.find(({ code }) => code === typed.code) ?? kinds[0]!;
  const name = typed.name ?? kind.nameJa;
  const chairs = fitting(people, kind.chairProfessions);
  const chair = chairs.find(({ value }) => value === parts.chair) ?? chairs.find(({ staffId }) => staffId === me);
  const send = () => {
    setPressed(true);
    if (!chair || typed.place.trim() === '' || name.trim() === '') return;
    const recorder = people.find(({ value }) => value === parts.recorder);
    const { agencyId, place } = typed;
    verb.send({ kind: kind.code, agencyId, name, place, members: membersOf(people, chair, recorder, parts.members) }, ({ startSeries }) => {
      close();
      if (startSeries) goTo(`/meetings/series/${startSeries.id}`);
    });
  };
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  return (
    <Form label={w.start} action={w.startNow} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <What
          kinds={kinds}
          typed={{ ...typed, name }}
          set={(more) => setTyped({ ...typed, ...more })}
          fault={fault}
          wasPressed={wasPressed}
        />
        <Leading
          kind={kind}
          people={people}
          chair={chair}
          recorder={parts.recorder}
          set={(more) => setParts({ ...parts, ...more })}
          fault={fault}
          wasPressed={wasPressed}
        />
      </div>
      <KindFacts kind={kind} />
      <PeopleChoice
        label={w.members}
        people={people}
        value={parts.members}
        onChange={(members) => setParts({ ...parts, members })}
        fault={fault('members')}
      />
    </Form>
  );
}

const fitting = (people: readonly Posted[], professions: readonly string[]) =>
  people.filter(({ profession }) => professions.length === 0 || professions.includes(profession));

/** Everyone who takes part, each once: whoever leads or records is no member besides. */
function membersOf(people: readonly Posted[], chair: Posted, recorder: Posted | undefined, chosen: readonly string[]) {
  const others = people.filter(
    ({ value, staffId }) => chosen.includes(value) && staffId !== chair.staffId && staffId !== recorder?.staffId,
  );
  return [
    { ...seatingOf(chair), part: 'CHAIR' as const },
    ...(recorder ? [{ ...seatingOf(recorder), part: 'RECORDER' as const }] : []),
    ...others.map((one) => ({ ...seatingOf(one), part: 'MEMBER' as const })),
  ];
}

interface Shared {
  readonly fault: (field: string) => string | false | undefined;
  readonly wasPressed: boolean;
}
interface Typed {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly agencyId: string;
}

function What({
  kinds,
  typed: { code, name, place, agencyId },
  set,
  fault,
  wasPressed,
}: Shared & { readonly kinds: readonly Kind[]; readonly typed: Typed; readonly set: (more: Partial<Typed>) => void }) {
  const m = useWords(words);
  const w = useWords(seriesWords);
  const g = useWords(general);
  const { language } = useLanguage();
  const { postings } = usePerson();
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  return (
    <>
      <Choose
        label={w.kind}
        value={code}
        onChange={(chosen) => set({ code: chosen })}
        options={kinds.map((one) => ({ value: one.code, label: `${language === 'ja' ? one.nameJa : one.nameEn}（${one.source}）` }))}
      />
      <Choose
        label={w.hostAgency}
        value={agencyId}
        onChange={(chosen) => set({ agencyId: chosen })}
        options={postings.flatMap(({ agency }) => (agency ? [{ value: agency.id, label: agency.name }] : []))}
        fault={fault('agencyId')}
      />
      <TextField label={w.name} value={name} onChange={(text) => set({ name: text })} fault={missing(name) || fault('name')} isRequired />
      <TextField
        label={m.place}
        value={place}
        onChange={(text) => set({ place: text })}
        fault={missing(place) || fault('place')}
        isRequired
      />
    </>
  );
}

function Leading({
  kind,
  people,
  chair,
  recorder,
  set,
  fault,
  wasPressed,
}: Shared & {
  readonly kind: Kind;
  readonly people: readonly Posted[];
  readonly chair: Posted | undefined;
  readonly recorder: string;
  readonly set: (more: { chair?: string; recorder?: string }) => void;
}) {
  const w = useWords(seriesWords);
  const g = useWords(general);
  return (
    <>
      <Choose
        label={kind.chairTitle}
        value={chair?.value ?? ''}
        placeholder={w.choosePerson}
        onChange={(chosen) => set({ chair: chosen })}
        options={fitting(people, kind.chairProfessions)}
        fault={(wasPressed && !chair && g.required) || fault('members.0')}
        isRequired
      />
      <Choose
        label={w.recorder}
        value={recorder}
        placeholder={w.nobodyYet}
        onChange={(chosen) => set({ recorder: chosen })}
        options={fitting(people, kind.recorderProfessions)}
        fault={fault('members.1')}
      />
    </>
  );
}
