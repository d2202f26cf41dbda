import { useState } from 'react';
import { Link } from 'wouter';
import { Choose } from '../../ui/field';
import { Section } from '../../ui/layout';
import { Save } from '../../ui/progress';
import { useWords } from '../../words/language';
import { readingsFile } from '../access/access';
import { ledgerFile } from '../sharing/sharing';
import { responsibilityFile, trailFile } from './responsibility';
import { words } from './words';

interface DownloadsProps {
  readonly agencyId: string;
  readonly on: string;
  readonly cases: ReadonlyMap<string, string>;
}

/** What is shown, and what lies behind each case, as files for whoever should hold them outside. */
export function Downloads({ agencyId, on, cases }: DownloadsProps) {
  const w = useWords(words);
  const [chosen, setCase] = useState('');
  const caseId = cases.has(chosen) ? chosen : '';
  const number = cases.get(caseId) ?? '';
  const why = caseId === '' && w.chooseCase;
  return (
    <Section title={w.files}>
      <p className="text-solid-gray-700">{w.filesText}</p>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Save label={w.csv} save={responsibilityFile(agencyId, on)} />
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Choose
          label={w.fileOf}
          value={caseId}
          placeholder={w.chooseCase}
          onChange={setCase}
          options={[...cases].map(([value, label]) => ({ value, label }))}
        />
        <Save label={w.trailCsv} why={why} save={trailFile(caseId, number)} />
        <Save label={w.ledgerCsv} why={why} save={ledgerFile(caseId, number)} />
        <Save label={w.readersCsv} why={why} save={readingsFile(caseId, number)} />
        {caseId && (
          <Link href={`/cases/${caseId}/readers`} className="self-center text-key-900 underline hover:bg-key-50">
            {w.readersOf(number)}
          </Link>
        )}
      </div>
    </Section>
  );
}
