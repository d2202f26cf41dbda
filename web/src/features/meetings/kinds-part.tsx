import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { useLanguage, useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { KindFacts } from './kind-facts';
import { useKinds, type Kind } from './kinds';
import { kindWords } from './kind-words';
import { names as called } from './names';
import { SetKind } from './set-kind';

const SUBJECTS = ['ONE_CASE', 'CASELOAD'] as const;

/** Which kinds of meetings there are, what binds each in law and what it decides; an information officer adds the municipality's own. */
export function KindsPart() {
  const w = useWords(kindWords);
  const c = useWords(called);
  const { isOfficer } = usePerson();
  const reading = useKinds();
  const [adds, setAdds] = useState(false);
  return (
    <>
      <p className="max-w-4xl">{w.intro}</p>
      <div>
        <Button why={!isOfficer && w.onlyOfficers} isOpen={adds} onPress={() => setAdds(!adds)}>
          {w.add}
        </Button>
      </div>
      {adds && <SetKind close={() => setAdds(false)} />}
      {SUBJECTS.map((subject) => (
        <Section key={subject} title={c.subject[subject]} reading={reading} lines={5}>
          <ul className="grid gap-6 lg:grid-cols-2">
            {reading.data?.meetingKinds
              .filter((kind) => kind.subject === subject)
              .map((kind) => (
                <KindCard key={kind.code} kind={kind} />
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function KindCard({ kind }: { readonly kind: Kind }) {
  const w = useWords(kindWords);
  const { language } = useLanguage();
  const { isOfficer } = usePerson();
  const [revises, setRevises] = useState(false);
  const name = language === 'ja' ? kind.nameJa : kind.nameEn;
  return (
    <li className="flex flex-col gap-2 rounded-8 border border-solid-gray-300 p-4">
      <h3 className="flex flex-wrap items-center gap-2 text-std-18B-160">
        {name} {kind.staffId !== null && <Badge look="blue">{w.own}</Badge>}
      </h3>
      <KindFacts kind={kind} />
      {kind.reason && (
        <p className="text-solid-gray-800">
          {w.reason}：{kind.reason}
        </p>
      )}
      <div>
        <Button
          look="quiet"
          label={w.reviseOf(name)}
          why={!isOfficer && w.onlyOfficers}
          isOpen={revises}
          onPress={() => setRevises(!revises)}
        >
          {w.revise}
        </Button>
      </div>
      {revises && <SetKind revises={kind} close={() => setRevises(false)} />}
    </li>
  );
}
