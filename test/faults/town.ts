import { Desk, type Json, type Office } from './desk.js';

const PASSWORD = 'tsunagi-demo-2026';
const CENTRE = '子ども家庭支援センター';
const GIVEN = ['葵', '樹', '凛', '湊', '紬', '蓮', '結', '陽', '芽', '律', '澪', '奏', '楓', '翠', '杏', '岳', '雫', '巧', '環', '朔'];
/** Colleagues to whom seats are given and from whom they are taken again; they do nothing themselves. */
const GUESTS = 2;

/** A case with those who work on it. */
export interface Family {
  readonly caseId: string;
  readonly memberId: string;
  readonly desks: readonly Desk[];
  readonly guests: readonly string[];
  readonly helloWorkId: string;
  /** The role of key person that was offered to somebody and waits for their answer. */
  offered: { readonly handoverId: string; readonly staffId: string } | null;
}

/** Fills the town: `people` caseworkers of the centre, four to a family, each family with a case. */
export async function settle(office: Office, people: number): Promise<Family[]> {
  const administrator = await new Desk(office, 'yamada').signIn(PASSWORD);
  const { agencies } = await administrator.ask('{ agencies { id name } }');
  const idOf = (name: string) => agencies.find((agency: Json) => agency.name === name).id as string;
  const desks: Desk[] = [];
  for (let at = 0; at < people; at++) desks.push(await hired(office, administrator, idOf(CENTRE), at));
  const families: Family[] = [];
  for (let at = 0; at + 4 <= people; at += 4) families.push(await welcomed(desks.slice(at, at + 4), desks, idOf('ハローワーク三鷹')));
  return families;
}

async function hired(office: Office, administrator: Desk, agencyId: string, at: number): Promise<Desk> {
  const login = `fault-${at}`;
  const name = `試田 ${GIVEN[at % GIVEN.length]}`;
  const { id: staffId } = await administrator.does(
    'addStaff',
    { name, kana: `シダ${'ー'.repeat(1 + (at % 5))}`, login, password: PASSWORD },
    'id',
  );
  await administrator.does('postStaff', { staffId, agencyId, profession: 'CHILD_CASEWORKER', since: '2026-04-01' });
  return new Desk(office, login).signIn(PASSWORD);
}

async function welcomed(desks: readonly Desk[], everyone: readonly Desk[], helloWorkId: string): Promise<Family> {
  const [first, ...others] = desks;
  const subject = { name: `海野 ${first!.login.slice(6)}`, kana: 'ウミノ' };
  const opened = await first!.does('openCase', { headline: '暮らしを立て直す', subject }, 'id household { members { id } }');
  for (const { staffId } of others) await first!.does('giveSeat', { caseId: opened.id, staffId });
  const guests = everyone
    .filter((desk) => !desks.includes(desk))
    .slice(0, GUESTS)
    .map(({ staffId }) => staffId);
  return { caseId: opened.id, memberId: opened.household.members[0].id, desks, guests, helloWorkId, offered: null };
}
