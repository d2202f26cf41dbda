import { useState, type ReactNode } from 'react';
import { Choose, TextField } from '../../ui/field';
import { Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { useSightOf } from '../cases/sight';
import { SightList } from '../cases/sight-list';
import type { Candidate } from './convening';
import { words } from './words';

/** Who is invited, and for each as which of their postings. */
export type Chosen = ReadonlyMap<string, number>;

interface MembersProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly caseId: string;
  readonly fault?: string | null | false;
}

/** Chooses whom to invite, showing what each would see before anything is sent. */
export function Members({ candidates, chosen, onChange, caseId, fault }: MembersProps) {
  const w = useWords(words);
  const names = useWords(codes);
  const [search, setSearch] = useState('');
  const matches = ({ name, kana, postings }: Candidate) =>
    [name, kana, ...postings.flatMap(({ agency, profession }) => [agency, names.profession[profession]])].some((text) =>
      text.toLowerCase().includes(search.trim().toLowerCase()),
    );
  const team = candidates.filter(({ isOnCase }) => isOnCase);
  const suggested = candidates.filter((candidate) => candidate.isSuggested && matches(candidate));
  const others = candidates.filter((candidate) => !candidate.isOnCase && !candidate.isSuggested && matches(candidate));
  const list = (people: readonly Candidate[]) =>
    people.map((person) => <Member key={person.staffId} person={person} chosen={chosen} onChange={onChange} caseId={caseId} />);
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
}: { readonly person: Candidate } & Pick<MembersProps, 'chosen' | 'onChange' | 'caseId'>) {
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
      {isChosen && <Preview caseId={caseId} person={person} as={as} />}
    </div>
  );
}

/** What they will see, by their profession and by what their agency may know. */
function Preview({
  caseId,
  person,
  as,
}: {
  readonly caseId: string;
  readonly person: Candidate;
  readonly as: Candidate['postings'][number];
}) {
  const w = useWords(words);
  const who = person.isOnCase ? {} : { agencyId: as.agencyId, profession: as.profession };
  const { data, error, isPending } = useSightOf(caseId, { staffId: person.staffId, ...who });
  return (
    <div>
      <p className="font-bold">
        {w.willSee}
        {!person.isOnCase && <span className="font-normal text-solid-gray-800">（{w.newSeat}）</span>}
      </p>
      <RefusalNotice refusal={error} />
      {data && !data.sight.mayJoin && <Notice look="warning">{w.noBasis}</Notice>}
      {isPending ? <Skeleton lines={2} /> : <SightList sights={data?.sight.categories ?? []} />}
    </div>
  );
}
