import { consentTo } from './consent.js';
import type { Json, Person, Refused } from '../../src/commands/scenario/person.js';
import { refusalOf, type House } from './house.js';

export type Login = 'sato' | 'suzuki' | 'takahashi' | 'ito' | 'watanabe' | 'kato';
export type Circle = Record<Login, Person>;

const LOGINS: readonly Login[] = ['sato', 'suzuki', 'takahashi', 'ito', 'watanabe', 'kato'];
const HOUR_MS = 3_600_000;

/** An instant so many hours from now, as a client sends it. */
export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

let hoursTaken = 1;

/** Two hours at which nobody of a story has been asked to anything yet: nobody is in two places at once. */
export function nextHours(): { startsAt: string; endsAt: string } {
  const times = { startsAt: inHours(hoursTaken), endsAt: inHours(hoursTaken + 2) };
  hoursTaken += 3;
  return times;
}

/** Everyone a conference may need, each signed in. */
export async function circleOf(house: House): Promise<Circle> {
  const people = await Promise.all(LOGINS.map((login) => house.person(login)));
  return Object.fromEntries(LOGINS.map((login, at) => [login, people[at]])) as Circle;
}

/** A case that the child caseworker opens and is key person of. */
export async function openedBy(sato: Person, name = '森 さくら', kana = 'もり さくら'): Promise<string> {
  const { id } = await sato.do('openCase', { headline: '離婚後の生活と仕事の立て直し', subject: { name, kana } }, 'id');
  await consentTo(sato, id);
  return id;
}

/** How suzuki is invited: she is posted as two things, and comes as single-parent support worker. */
export const seatingOf = ({ staffId }: Person, login: Login) =>
  login === 'suzuki' ? { staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' } : { staffId };

/** What conveneSession takes, with one question and these invitees unless told otherwise. */
export const summons = (people: Circle, caseId: string, logins: readonly Login[], more: object = {}) => ({
  caseId,
  reason: '家庭訪問で生活の乱れが分かったため',
  place: '子ども家庭支援センター 会議室',
  ...nextHours(),
  questions: [{ what: 'まず何を支えるか', category: 'LIFE' }],
  invitees: logins.map((login) => seatingOf(people[login], login)),
  ...more,
});

const SESSION = `id version number status invitations { id version staffId status attendance }
  agenda { id version kind what category because fromId outcome }`;

export const session = async (person: Person, id: string): Promise<Json> =>
  (await person.ask(`query ($id: Uuid!) { conferenceSession(id: $id) { ${SESSION} } }`, { id })).conferenceSession;

/** Convenes a session and opens it at once. */
export async function opened(people: Circle, caseId: string, logins: readonly Login[], more: object = {}): Promise<Json> {
  const convened = await people.sato.do('conveneSession', summons(people, caseId, logins, more), SESSION);
  return people.sato.do('openSession', { sessionId: convened.id, version: convened.version }, SESSION);
}

/** Marks everyone as present, notes what nobody settled, and closes. */
export async function closed(sato: Person, sessionId: string): Promise<Json> {
  const now = await session(sato, sessionId);
  for (const { id, version, attendance } of now.invitations) {
    if (attendance === null) await sato.do('markAttendance', { invitationId: id, version, attendance: 'PRESENT' });
  }
  for (const { id, version, outcome } of now.agenda) {
    if (outcome === null) await sato.do('settleItem', { itemId: id, version, outcome: 'NOTED' });
  }
  return sato.do('closeSession', { sessionId, version: now.version }, SESSION);
}

export const minutesText = async (person: Person, sessionId: string): Promise<string> =>
  (await person.ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id: sessionId })).minutesText;

/** A person's own row among the confirmations of a session's minutes. */
export async function confirmationOf(person: Person, sessionId: string): Promise<{ confirmationId: string; version: number }> {
  const query = 'query ($id: Uuid!) { minutes(sessionId: $id) { confirmations { id version staffId } } }';
  const { minutes } = await person.ask(query, { id: sessionId });
  const { id, version } = minutes.confirmations.find((one: Json) => one.staffId === person.staffId);
  return { confirmationId: id, version };
}

/** The ids of all agencies, by name. */
export async function agencyIds(person: Person): Promise<Record<string, string>> {
  const { agencies } = await person.ask<{ agencies: { id: string; name: string }[] }>('{ agencies { id name } }');
  return Object.fromEntries(agencies.map(({ id, name }) => [name, id]));
}

/** What is wrong with a field of an input. */
export const at = (path: string, code: string) => ({ code: 'INVALID', fields: [{ path, code }] });

const WRITTEN = ['trail', 'decision', 'task', 'statement', 'issue', 'agenda_item', 'invitation', 'role_allocation', 'note'];
const COUNTED = `select ${WRITTEN.map((table) => `(select count(*) from ${table})`).join(' + ')} as rows`;

/** The refusal of a verb; fails when anything was written all the same. */
export async function refusedBy(house: House, person: Person, verb: string, input: object): Promise<Refused> {
  const [before] = await house.behind(COUNTED);
  const refusal = await refusalOf(person.do(verb, input, 'id'));
  const [after] = await house.behind(COUNTED);
  if (after!.rows !== before!.rows) throw new Error(`${verb} was refused, and wrote something.`);
  return refusal;
}
