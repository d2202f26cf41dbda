import { useState } from 'react';
import { Button } from '../../ui/button';
import { Row, Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { AgencyCard } from './agency-card';
import { Ledger } from './ledger';
import { RecordBasis } from './record-basis';
import { RecordConsent } from './record-consent';
import { useSharing, type Sharing } from './sharing';
import { words } from './words';

/** What each agency may know of the family now, on which ground; and what may change that. */
export default function SharingPart({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const reading = useSharing(caseId);
  const { data } = reading;
  return (
    <>
      <Section title={w.title} reading={reading} lines={8}>
        <p className="max-w-4xl text-solid-gray-800">{w.intro}</p>
        {data && <Recording of={data} />}
        {data && data.disclosures.length === 0 && <Empty title={w.none}>{w.noneText}</Empty>}
        {data && <Agencies of={data} />}
      </Section>
      {data && data.disclosures.length > 0 && <Ledger of={data} />}
    </>
  );
}

function Recording({ of }: { readonly of: Sharing }) {
  const w = useWords(words);
  const [form, setForm] = useState<'consent' | 'basis' | null>(null);
  const choose = (which: 'consent' | 'basis') => setForm(form === which ? null : which);
  const { recordConsent, recordBasis, status } = of.case;
  const closed = status === 'CLOSED' && w.closed;
  return (
    <>
      <Row>
        <Button look="primary" why={closed || whyNot(recordConsent)} isOpen={form === 'consent'} onPress={() => choose('consent')}>
          {w.consent}
        </Button>
        <Button why={closed || whyNot(recordBasis)} isOpen={form === 'basis'} onPress={() => choose('basis')}>
          {w.basis}
        </Button>
      </Row>
      {form === 'consent' && <RecordConsent of={of} close={() => setForm(null)} />}
      {form === 'basis' && <RecordBasis caseId={of.case.id} close={() => setForm(null)} />}
    </>
  );
}

function Agencies({ of }: { readonly of: Sharing }) {
  const involved = [...of.disclosures, ...of.case.seats].flatMap(({ agency }) => (agency ? [[agency.id, agency.name] as const] : []));
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {[...new Map(involved)].map(([id, name]) => (
        <AgencyCard
          key={id}
          caseId={of.case.id}
          name={name}
          people={of.case.seats.filter(({ agency }) => agency?.id === id).length}
          bases={of.disclosures.filter((basis) => basis.isLive && basis.agency?.id === id)}
        />
      ))}
    </ul>
  );
}
