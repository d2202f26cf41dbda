import type { Chance } from './chance.js';
import { dayOf, type Agency, type Cell, type Person, type Posting } from './world.js';

/*
 * Agencies in trees, inside and outside the municipality, and the people who work there. Days and instants lie on the
 * boundaries on purpose: what ends today, what begins tomorrow, what is over at this very instant.
 */

export const DAY_MS = 86_400_000;
export const CATEGORIES = 'LIFE HEALTH EMPLOYMENT EDUCATION CHILD INCOME HOUSING FAMILY SAFETY IDENTITY CONSULTATION'.split(' ');
const ON_CASE =
  'CASEWORKER CHILD_CASEWORKER PUBLIC_HEALTH_NURSE HELLO_WORK_NAVIGATOR SINGLE_PARENT_SUPPORT_WORKER EMPLOYMENT_SPECIALIST EMPLOYMENT_SUPPORT_WORKER PROGRAMME_PLANNER CONSULTATION_SUPPORT_WORKER WOMENS_COUNSELLOR COUNSELLOR COORDINATOR CLERK'.split(
    ' ',
  );
/** Posted beside cases, the first of them at the top of the municipality. */
const BESIDE = ['MANAGER', 'MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER', 'MANAGER', 'MANAGER'];
const FAMILY_NAMES = '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤'.split(' ');

export interface Town {
  readonly agencies: readonly Agency[];
  /** The departments of the municipality, itself the first of them. */
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly people: readonly Person[];
}

/** Two trees, the municipality's three levels deep and a prefecture's, and bodies that belong to neither. */
export function makeTown(chance: Chance, now: Date, size: number): Town {
  const agencies: Agency[] = [];
  const add = (parentId: string | null) => {
    agencies.push({ id: chance.id(), parentId });
    return agencies.at(-1)!.id;
  };
  const root = add(null);
  const departments = [add(root), add(root), add(root)];
  const inside = [root, ...departments, add(departments[0]!), add(departments[0]!), add(departments[1]!)];
  const prefecture = add(null);
  const outside = [prefecture, add(prefecture), add(prefecture), add(null), add(null)];
  const works = (at: number) => (at % 3 === 2 ? chance.one(outside) : chance.one(inside));
  const first = chance.below(ON_CASE.length);
  const professionOf = (at: number) => BESIDE[at] ?? ON_CASE[(first + at) % ON_CASE.length]!;
  const people: Mutable[] = [];
  for (let at = 0; at < size; at++) {
    const colleague = at > BESIDE.length && chance.often(0.2) ? chance.one(people.slice(BESIDE.length)).postings[0] : undefined;
    const { agencyId, profession } = colleague ?? { agencyId: works(at), profession: professionOf(at) };
    people.push(makePerson(chance, now, `${chance.one(FAMILY_NAMES)} ${at + 1}`, { agencyId, profession }, agencies));
  }
  people[0]!.postings.unshift({ ...posted('MANAGER', root), since: '2020-04-01' });
  // Whoever managed everything until yesterday manages nothing of it today.
  const yesterday = dayOf(new Date(now.getTime() - DAY_MS));
  people[1]!.postings.push({ ...posted('MANAGER', root), until: yesterday });
  return { agencies, inside, outside, people };
}

type Mutable = Person & { postings: Posting[] };

const posted = (profession: string, agencyId: string): Posting => ({ profession, agencyId, since: '2021-04-01', until: null });

function makePerson(
  chance: Chance,
  now: Date,
  name: string,
  work: Pick<Posting, 'agencyId' | 'profession'>,
  agencies: readonly Agency[],
): Mutable {
  const { agencyId, profession } = work;
  const first: Posting = { agencyId, profession, ...period(chance, now) };
  const postings = [first];
  if (chance.often(0.35)) postings.push({ agencyId: chance.one(agencies).id, profession: chance.one(ON_CASE), ...period(chance, now) });
  if (chance.often(0.15)) postings.push({ agencyId, profession: chance.one([...BESIDE, ...ON_CASE]), ...period(chance, now) });
  return { id: chance.id(), name, postings };
}

/** Mostly current; sometimes over, to come, or just at an end. */
function period(chance: Chance, now: Date): { since: string; until: string | null } {
  const day = (days: number) => dayOf(new Date(now.getTime() + days * DAY_MS));
  const began = chance.one([-900, -400, -100]);
  if (chance.often(0.6)) return { since: day(began), until: null };
  const [since, until] = chance.one([
    [began, -1],
    [began, 0],
    [began, 20],
    [0, null],
    [1, null],
    [15, 90],
  ] as const);
  return { since: day(since), until: until === null ? null : day(until) };
}

/** What the municipality set otherwise: cells in force, replaced at this very instant, and not in force any more. */
export function makeCells(chance: Chance, now: Date): Cell[] {
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const who = [...ON_CASE, 'KEY_PERSON', 'KEY_PERSON', 'MANAGER', 'MANAGER'];
  const level = () => chance.one(['NONE', 'HEADLINE', 'READ', 'WRITE']);
  const spots = new Map(Array.from({ length: 14 }, () => [chance.one(who), chance.one(CATEGORIES)] as const).map((it) => [it.join(), it]));
  return [...spots.values()].flatMap(([profession, about]) => {
    const cell = (since: Date, until: Date | null): Cell => ({ profession, about, level: level(), since, until });
    return chance.one([[cell(at(-30), null)], [cell(at(-30), now), cell(now, null)], [cell(at(-60), at(-1))], [cell(at(-9), at(12))]]);
  });
}
