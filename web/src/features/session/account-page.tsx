import { Page, Section } from '../../ui/layout';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { CalendarFeed } from '../account/calendar-feed';
import { MailChoice } from '../account/mail-choice';
import { OwnTime } from '../time/own-time';
import { ChangePassword } from './change-password';
import { FactorsPart } from './factors-part';
import { usePerson } from './me';
import { SessionsPart } from './sessions-part';
import { TokensPart } from './tokens-part';
import { words } from './words';

/** What is one's own: a part of the page for each. */
const PARTS = [PostingsPart, ChangePassword, FactorsPart, SessionsPart, OwnTime, CalendarFeed, MailChoice, TokensPart];

export default function AccountPage() {
  const w = useWords(words);
  const { name } = usePerson();
  return (
    <Page title={name}>
      <title>{`${name} | ${w.product}`}</title>
      <div className="flex max-w-3xl flex-col gap-6">
        {PARTS.map((Part, at) => (
          <Part key={at} />
        ))}
      </div>
    </Page>
  );
}

function PostingsPart() {
  const w = useWords(words);
  const names = useWords(codes);
  const { postings } = usePerson();
  return (
    <Section title={w.postings}>
      <ul>
        {postings.map(({ profession, agency }) => (
          <li key={`${profession} ${agency?.id ?? ''}`}>
            {agency?.name}・{names.profession[profession]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
