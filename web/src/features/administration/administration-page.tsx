import { Page } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { Examine } from '../responsibility/examine';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { OfficeCalendar } from '../time/office-calendar';
import { Agencies } from './agencies';
import { useDirectory } from './directory';
import { SignInRules } from './sign-in-rules';
import { StaffList } from './staff-list';
import { words } from './words';

/** Who there is and where they work: what a system administrator keeps, without seeing any case. */
export default function AdministrationPage() {
  const w = useWords(words);
  const s = useWords(session);
  const { isAdministrator } = usePerson();
  const reading = useDirectory();
  const { data } = reading;
  if (!isAdministrator) return <Notice>{w.onlyAdministrators}</Notice>;
  return (
    <Page title={w.title} reading={reading} lines={12}>
      <title>{`${w.title} | ${s.product}`}</title>
      <p className="max-w-4xl">{w.intro}</p>
      {data && (
        <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
          <Agencies of={data} />
          <StaffList of={data} />
        </div>
      )}
      <SignInRules />
      {data && (
        <OfficeCalendar municipalities={data.agencies.filter(({ kind, closedOn }) => kind === 'MUNICIPALITY' && closedOn === null)} />
      )}
      <Examine />
    </Page>
  );
}
