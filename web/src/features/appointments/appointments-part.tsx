import { useState } from 'react';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { AppointmentLine } from './appointment-line';
import { useAppointments, type AppointmentsOfCase } from './appointments';
import { MakeAppointment } from './make-appointment';
import { words } from './words';

/** When the client is next seen, and whether they were. */
export default function AppointmentsPart({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const reading = useAppointments(caseId);
  const { data } = reading;
  return (
    <Section title={w.title} reading={reading} lines={4}>
      {data && <Listed of={data.case} />}
    </Section>
  );
}

function Listed({ of }: { readonly of: AppointmentsOfCase }) {
  const w = useWords(words);
  const [makes, setMakes] = useState(false);
  const [showsPast, setShowsPast] = useState(false);
  const agreed = of.appointments.filter(({ status }) => status === 'AGREED');
  const past = of.appointments.filter(({ status }) => status !== 'AGREED').toReversed();
  return (
    <>
      <div>
        <Button
          look="primary"
          why={(of.status === 'CLOSED' && w.closed) || whyNot(of.make)}
          isOpen={makes}
          onPress={() => setMakes(!makes)}
        >
          {w.make}
        </Button>
      </div>
      {makes && <MakeAppointment of={of} close={() => setMakes(false)} />}
      {agreed.length === 0 && <Empty title={w.none}>{w.noneText}</Empty>}
      <ul className="divide-y divide-solid-gray-300">
        {agreed.map((one) => (
          <AppointmentLine key={one.id} of={one} />
        ))}
      </ul>
      {past.length > 0 && (
        <div>
          <Button look="quiet" isOpen={showsPast} onPress={() => setShowsPast(!showsPast)}>
            {w.past(past.length)}
          </Button>
        </div>
      )}
      {showsPast && (
        <ul className="divide-y divide-solid-gray-300">
          {past.map((one) => (
            <AppointmentLine key={one.id} of={one} />
          ))}
        </ul>
      )}
    </>
  );
}
