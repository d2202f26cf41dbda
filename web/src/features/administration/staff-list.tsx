import { useState } from 'react';
import { Button } from '../../ui/button';
import { Name } from '../../ui/facts';
import { TextField } from '../../ui/field';
import { Row, Section } from '../../ui/layout';
import { LongList } from '../../ui/long-list';
import { TimeOf } from '../time/own-time';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { finds } from '../../words/find';
import { useWords } from '../../words/language';
import { AddService, AddStaff } from './add-staff';
import type { Directory, Person, Posting } from './directory';
import { EndPosting, PostStaff } from './postings';
import { RenameStaff } from './rename';
import { ServiceTokens } from './service-tokens';
import { SignInOf } from './sign-in-of';
import { words as signIn } from './sign-in-words';
import { words } from './words';

const PERSON_HEIGHT = 110;

/** The staff, each with where they work, as what and until when. */
export function StaffList({ of }: { readonly of: Directory }) {
  const w = useWords(words);
  const [adds, setAdds] = useState<'staff' | 'service' | null>(null);
  const toggle = (which: 'staff' | 'service') => setAdds(adds === which ? null : which);
  const [search, setSearch] = useState('');
  const found = of.staff.filter(({ name, kana, postings }) =>
    finds(search, [name, kana, ...postings.map(({ agency }) => agency?.name ?? '')]),
  );
  return (
    <Section
      title={w.staff}
      beside={
        <Row>
          <Button isOpen={adds === 'service'} onPress={() => toggle('service')}>
            {w.addService}
          </Button>
          <Button look="primary" isOpen={adds === 'staff'} onPress={() => toggle('staff')}>
            {w.addStaff}
          </Button>
        </Row>
      }
    >
      {adds === 'staff' && <AddStaff close={() => setAdds(null)} />}
      {adds === 'service' && <AddService close={() => setAdds(null)} />}
      <TextField label={w.search} value={search} onChange={setSearch} />
      <p role="status" className="text-solid-gray-700">
        {w.shown(found.length)}
      </p>
      <LongList lines={found} height={PERSON_HEIGHT} keyOf={({ id }) => id}>
        {(person) => <Member of={of} person={person} />}
      </LongList>
    </Section>
  );
}

type Which = 'post' | 'ended' | 'rename' | 'sign-in' | 'time';

function Member({ of, person }: { readonly of: Directory; readonly person: Person }) {
  const w = useWords(words);
  const s = useWords(signIn);
  const [form, setForm] = useState<Which | null>(null);
  const choose = (which: Which) => setForm(form === which ? null : which);
  const live = person.postings.filter(({ until, isCurrent }) => until === null || isCurrent);
  const ended = person.postings.filter((posting) => !live.includes(posting));
  return (
    <div className="flex flex-col gap-1 border-b border-solid-gray-300 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <strong className="text-std-17B-170">
          <Name of={person} />
          {person.isService && <span className="ml-2 font-normal text-solid-gray-700">{w.isService}</span>}
        </strong>
        <span className="flex flex-wrap gap-x-3">
          <Button look="quiet" label={w.postOf(person.name)} isOpen={form === 'post'} onPress={() => choose('post')}>
            {w.post}
          </Button>
          <Button look="quiet" label={w.renamePerson(person.name)} isOpen={form === 'rename'} onPress={() => choose('rename')}>
            {w.rename}
          </Button>
          <Button
            look="quiet"
            label={person.isService ? s.tokensOf(person.name) : s.signingInOf(person.name)}
            isOpen={form === 'sign-in'}
            onPress={() => choose('sign-in')}
          >
            {person.isService ? s.tokens : s.signingIn}
          </Button>
          <Button look="quiet" label={w.timeOf(person.name)} isOpen={form === 'time'} onPress={() => choose('time')}>
            {w.time}
          </Button>
        </span>
      </div>
      {form === 'rename' && <RenameStaff person={person} close={() => setForm(null)} />}
      {live.length === 0 && <p className="text-orange-1000">{w.notPosted}</p>}
      <ul>
        {live.map((posting) => (
          <PostingLine key={posting.id} person={person} posting={posting} />
        ))}
      </ul>
      {form === 'sign-in' && (person.isService ? <ServiceTokens service={person} /> : <SignInOf person={person} />)}
      {form === 'time' && <TimeOf whose={{ id: person.id, name: person.name, postings: live }} />}
      {form === 'post' && <PostStaff of={of} person={person} close={() => setForm(null)} />}
      {ended.length > 0 && (
        <span>
          <Button look="quiet" isOpen={form === 'ended'} onPress={() => choose('ended')}>
            {w.ended(ended.length)}
          </Button>
        </span>
      )}
      {form === 'ended' && (
        <ul>
          {ended.map((posting) => (
            <PostingLine key={posting.id} person={person} posting={posting} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PostingLine({ person, posting }: { readonly person: Person; readonly posting: Posting }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const [ends, setEnds] = useState(false);
  const { agency, profession, since, until, isSeconded, homeAgency } = posting;
  return (
    <li>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span>
          {agency?.name}・{names.profession[profession]}
        </span>
        <span className="text-solid-gray-700">
          {w.from(dates.day(since))}
          {until && ` ${w.until(dates.day(until))}`}
          {isSeconded && `・${w.seconded(homeAgency?.name ?? '—')}`}
        </span>
        {until === null && (
          <Button look="quiet" label={w.endOf(person.name, agency?.name ?? '—')} isOpen={ends} onPress={() => setEnds(!ends)}>
            {w.end}
          </Button>
        )}
      </div>
      {ends && until === null && <EndPosting person={person} posting={posting} close={() => setEnds(false)} />}
    </li>
  );
}
