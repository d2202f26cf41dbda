import { Section } from '../../ui/layout';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { Profession } from './directory';
import { words } from './sign-in-words';
import { useRequire, useRules } from './signing-in';

/** Who has to prove who they are twice. */
export function SignInRules() {
  const w = useWords(words);
  const { profession: names } = useWords(codes);
  const { isThere, error, needs } = useRules();
  const verb = useRequire();
  // Whoever is a key person has a profession besides, and is asked as that.
  const professions = Object.keys(names).filter((name): name is Profession => name !== 'KEY_PERSON');
  const toggle = (profession: Profession) => verb.send({ profession, needsSecondFactor: !needs(profession) });
  return (
    <Section title={w.rules}>
      <p>{w.rulesText}</p>
      <RefusalNotice refusal={error ?? verb.refusal} />
      {!isThere && !error && <Skeleton />}
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {isThere &&
          professions.map((profession) => (
            <li key={profession}>
              <label className="flex min-h-10 items-center gap-3">
                <input type="checkbox" className="size-5" checked={needs(profession)} onChange={() => toggle(profession)} />
                {names[profession]}
              </label>
            </li>
          ))}
      </ul>
    </Section>
  );
}
