import { Person } from '../../src/commands/scenario/person.js';
import { neededBy } from '../policy/oracle/policy.js';
import { consentTo, FOR_WORK } from './consent.js';
import { inDays, type House } from './house.js';

/** One profession for each of twelve agencies; those who may open a case come first. */
const PROFESSIONS = [
  'CHILD_CASEWORKER',
  'CASEWORKER',
  'SINGLE_PARENT_SUPPORT_WORKER',
  'CONSULTATION_SUPPORT_WORKER',
  'PUBLIC_HEALTH_NURSE',
  'WOMENS_COUNSELLOR',
  'EMPLOYMENT_SPECIALIST',
  'EMPLOYMENT_SUPPORT_WORKER',
  'PROGRAMME_PLANNER',
  'COUNSELLOR',
  'COORDINATOR',
  'HELLO_WORK_NAVIGATOR',
] as const;
/** The last agency is a body outside the municipality: it is told only what clients have consented to. */
const OUTSIDE = PROFESSIONS.length - 1;
const NUMERALS = '一二三四五六七八九〇甲乙';
const PASSWORD = 'twelve-at-one-table';

/** Somebody of one of the agencies, with a session of their own. */
export interface Colleague {
  readonly person: Person;
  readonly profession: string;
  readonly agencyId: string;
  readonly isOutside: boolean;
}

/** A case with those who have a seat on it; its key person is the first of them. */
export interface Shared {
  readonly caseId: string;
  readonly seated: readonly Colleague[];
}

/** Twelve people of twelve agencies, signed in. */
export async function twelve(house: House): Promise<Colleague[]> {
  const yamada = await house.person('yamada');
  const { agencies } = await yamada.ask<{ agencies: { id: string; name: string }[] }>('{ agencies { id name } }');
  const city = agencies.find((agency) => agency.name === '武蔵野市')!.id;
  const colleagues: Colleague[] = [];
  for (const [at, profession] of PROFESSIONS.entries()) {
    const isOutside = at === OUTSIDE;
    const named = {
      name: `第${NUMERALS[at]}課`,
      kind: isOutside ? 'OUTSIDE_BODY' : 'DEPARTMENT',
      ...(isOutside ? {} : { parentId: city }),
    };
    const agency = await yamada.do('addAgency', named);
    const login = `colleague-${at}`;
    const staff = await yamada.do('addStaff', { name: `担当 ${NUMERALS[at]}`, kana: 'タントウ　シャ', login, password: PASSWORD });
    await yamada.do('postStaff', { staffId: staff.id, agencyId: agency.id, profession, since: inDays(0) });
    const person = await Person.signIn(house.address, login, PASSWORD, 'en');
    colleagues.push({ person, profession, agencyId: agency.id, isOutside });
  }
  return colleagues;
}

/** A case of the first who may open one, by turns, seated with some of the others by turns. */
export async function sharedCase(colleagues: readonly Colleague[], turn: number): Promise<Shared> {
  const keyPerson = colleagues[turn % 3]!;
  const others = colleagues.filter((one, at) => one !== keyPerson && (at * 5 + turn * 3) % 7 < 3);
  const { id: caseId } = await keyPerson.person.do('openCase', {
    headline: `第${turn}の世帯`,
    subject: { name: `世帯 ${turn}`, kana: `セタイ　${'アイウエオカキクケコ'[turn]}` },
  });
  for (const { person, agencyId, isOutside } of others) {
    if (isOutside) await consentTo(keyPerson.person, caseId, `第${NUMERALS[OUTSIDE]}課`);
    await keyPerson.person.do('giveSeat', { caseId, staffId: person.staffId, agencyId });
  }
  return { caseId, seated: [keyPerson, ...others] };
}

/** What the policy predicts: 0 nothing, 1 the headline, 2 reading, 3 writing, of a category of a case. */
export function reachOf(colleague: Colleague, { seated }: Shared, category: string): number {
  if (!seated.includes(colleague)) return 0;
  if (colleague.isOutside && !(FOR_WORK as readonly string[]).includes(category)) return 0;
  const asKeyPerson = seated[0] === colleague ? neededBy('KEY_PERSON', category) : 0;
  return Math.max(neededBy(colleague.profession, category), asKeyPerson);
}
