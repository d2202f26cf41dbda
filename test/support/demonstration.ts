import { castOf } from '../../src/demo/actor.js';
import { fillCases } from '../../src/demo/cases.js';
import type { Person } from '../../src/commands/scenario/person.js';
import type { House } from './house.js';

interface ShownCase {
  readonly id: string;
  readonly headline: string;
  readonly sessions: readonly { readonly id: string; readonly version: number }[];
}

/** The families of the demonstration that screens are shown with: one before its session, which is opened, and one after it. */
export async function demonstrate(house: House): Promise<{ before: ShownCase; after: ShownCase }> {
  await fillCases(await castOf(house.app.spine));
  const [sato, kato] = await Promise.all([house.person('sato'), house.person('kato')]);
  const seen = [...(await casesOf(sato)), ...(await casesOf(kato))];
  const named = (word: string) => seen.find(({ headline }) => headline.includes(word))!;
  const [before, after] = [named('離婚後の転入'), named('父子家庭')];
  const { id, version } = before.sessions[0]!;
  await sato.do('openSession', { sessionId: id, version });
  return { before, after };
}

const casesOf = async (person: Person) =>
  (await person.ask<{ cases: ShownCase[] }>('{ cases { id headline sessions { id version } } }')).cases;
