import { useState, type ReactNode } from 'react';
import { Choose, TextField } from '../../ui/field';
import { Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { codes } from '../../words/codes';
import { finds } from '../../words/find';
import { useWords } from '../../words/language';
import type { Candidate } from './convening';
import { Preview } from './preview';
import { words } from './words';

/** Who is invited, and for each as which of their postings. */
export type Chosen = ReadonlyMap<string, number>;

interface MembersProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly caseId: string;
  readonly fault?: string | null | false;
  /** Why somebody takes part although they may be connected with the other party, by their id. */
  readonly despite: ReadonlyMap<string, string>;
  readonly setDespite: (despite: ReadonlyMap<string, string>) => void;
}

/** Chooses whom to invite, showing what each would see before anything is sent. */
export function Members({ fault, candidates, ...shared }: MembersProps) {
  const w = useWords(words);
  const names = useWords(codes);
  const [search, setSearch] = useState('');
  const matches = ({ name, kana, postings }: Candidate) =>
    finds(search, [name, kana, ...postings.flatMap(({ agency, profession }) => [agency, names.profession[profession]])]);
  const team = candidates.filter(({ isOnCase }) => isOnCase);
  const suggested = candidates.filter((candidate) => candidate.isSuggested && matches(candidate));
  const others = candidates.filter((candidate) => !candidate.isOnCase && !candidate.isSuggested && matches(candidate));
  const list = (people: readonly Candidate[]) => people.map((person) => <Member key={person.staffId} person={person} {...shared} />);
  return (
    <Section title={w.members}>
      <Group title={w.onCase}>{list(team)}</Group>
      <Group title={w.suggested}>{list(suggested)}</Group>
      <div className="max-w-md">
        <TextField label={w.search} value={search} onChange={setSearch} />
      </div>
      <Group title={w.everyone}>{list(others)}</Group>
      {fault && (
        <p role="alert" className="text-error-2">
          {fault}
        </p>
      )}
    </Section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-std-16B-170 text-solid-gray-800">{title}</legend>
      <div className="grid gap-3 lg:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function Member({
  person,
  chosen,
  onChange,
  caseId,
  despite,
  setDespite,
}: { readonly person: Candidate } & Omit<MembersProps, 'candidates' | 'fault'>) {
  const w = useWords(words);
  const names = useWords(codes);
  const posting = chosen.get(person.staffId);
  const isChosen = posting !== undefined;
  const as = person.postings[posting ?? 0]!;
  const choose = (at: number | null) => {
    const next = new Map(chosen);
    if (at === null) next.delete(person.staffId);
    else next.set(person.staffId, at);
    onChange(next);
  };
  return (
    <div className={`flex flex-col gap-2 rounded-8 border p-3 ${isChosen ? 'border-key-900 bg-key-50' : 'border-solid-gray-300'}`}>
      <label className="flex cursor-pointer items-center gap-3">
        <input type="checkbox" className="size-5 shrink-0" checked={isChosen} onChange={() => choose(isChosen ? null : 0)} />
        <span>
          <strong>
            <Name of={person} />
          </strong>
          <span className="block text-solid-gray-800">
            {as.agency}・{names.profession[as.profession]}
          </span>
        </span>
      </label>
      {isChosen && person.postings.length > 1 && (
        <Choose
          label={w.asWhat}
          value={String(posting)}
          onChange={(at) => choose(Number(at))}
          options={person.postings.map(({ profession, agency }, at) => ({
            value: String(at),
            label: `${agency}・${names.profession[profession]}`,
          }))}
        />
      )}
      {isChosen && (
        <Preview
          caseId={caseId}
          person={person}
          as={as}
          despite={despite.get(person.staffId) ?? ''}
          setDespite={(reason) => setDespite(new Map(despite).set(person.staffId, reason))}
        />
      )}
    </div>
  );
}
