import { useState } from 'react';
import { TextField } from '../../ui/field';
import { Page, Section } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { ExamineForOfficers } from '../responsibility/examine';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { ChangeCell } from './change-cell';
import { Changes } from './changes';
import { LevelMark } from './level-mark';
import { Matrix } from './matrix';
import { OneProfession } from './one-profession';
import { LEVELS, useChanges, useTable, type CellOfTable } from './policy';
import { words } from './words';

/** The policy, as somebody who does not program can read it: who needs to know what, who changed it, when and why. */
export default function PolicyPage() {
  const w = useWords(words);
  const s = useWords(session);
  const { isOfficer } = usePerson();
  const [on, setOn] = useState(today());
  const [edited, setEdited] = useState<CellOfTable | null>(null);
  const isNow = on === today();
  const reading = useTable(isNow ? null : on);
  const { data } = reading;
  const changes = useChanges().data?.needToKnowChanges ?? [];
  const lines = data?.needToKnow;
  const own = new Set(changes.filter(({ until }) => until === null).map(({ profession, about }) => `${profession} ${about}`));
  const edit = isOfficer && isNow ? setEdited : null;
  return (
    <Page title={w.title} reading={reading} lines={12}>
      <title>{`${w.title} | ${s.product}`}</title>
      <p className="max-w-4xl">{w.intro}</p>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_16rem]">
        <Legend />
        <TextField label={w.day} type="date" value={on} max={today()} onChange={(day) => day && setOn(day)} />
      </div>
      {!isNow && isOfficer && <Notice>{w.past}</Notice>}
      {lines && (
        <Section title={w.table}>
          <Matrix lines={lines} own={own} edit={edit} />
          <OneProfession lines={lines} edit={edit} />
          <p className="text-solid-gray-700">{w.keyPersonRow}</p>
          {!isOfficer && <p className="text-solid-gray-700">{w.officerOnly}</p>}
        </Section>
      )}
      <Changes changes={changes} />
      <ExamineForOfficers />
      {edited && <ChangeCell cell={edited} close={() => setEdited(null)} />}
    </Page>
  );
}

function Legend() {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <dl aria-label={w.legend} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {LEVELS.toReversed().map((level) => (
        <div key={level} className="flex items-center gap-3">
          <dt className="w-28 shrink-0">
            <LevelMark level={level}>{names.sight[level]}</LevelMark>
          </dt>
          <dd className="text-solid-gray-800">{w.says[level]}</dd>
        </div>
      ))}
    </dl>
  );
}
