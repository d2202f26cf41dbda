import type { Json, Person } from '../../src/commands/scenario/person.js';
import { agencyIds, nextHours, seatingOf, type Circle, type Login } from './conference.js';

/** A series of meetings hosted by the centre, with the child caseworker in the chair and these members. */
export async function seriesOf(people: Circle, kind: string, logins: readonly Login[], name = '支援調整会議'): Promise<Json> {
  const { sato } = people;
  const { 子ども家庭支援センター: agencyId } = await agencyIds(sato);
  const members = [{ ...seatingOf(sato, 'sato'), part: 'CHAIR' }, ...logins.map((login) => seatingOf(people[login], login))];
  return sato.do(
    'startSeries',
    { kind, agencyId, name, place: '市役所 401会議室', members },
    'id version members { id version staffId part }',
  );
}

export const MEETING = `id version number status place invitations { id version staffId status attendance insteadOfId }
  agenda { id version kind what category purpose because outcome takenOnAt caseId }`;

/** The next meeting of a series, convened by its chair. */
export const meetingOf = (chair: Person, seriesId: string, more: object = {}): Promise<Json> =>
  chair.do('conveneSession', { seriesId, ...nextHours(), questions: [], invitees: [], ...more }, MEETING);

/** A session as this person sees it. */
export const meeting = async (person: Person, id: string): Promise<Json> =>
  (await person.ask(`query ($id: Uuid!) { conferenceSession(id: $id) { ${MEETING} } }`, { id })).conferenceSession;

/** Marks everyone as present, notes what nobody settled, and closes. */
export async function settled(chair: Person, sessionId: string): Promise<Json> {
  const now = await meeting(chair, sessionId);
  for (const { id, version } of now.invitations.filter((one: Json) => one.attendance === null))
    await chair.do('markAttendance', { invitationId: id, version, attendance: 'PRESENT' });
  for (const { id, version } of now.agenda.filter((one: Json) => one.outcome === null))
    await chair.do('settleItem', { itemId: id, version, outcome: 'NOTED' });
  return chair.do('closeSession', { sessionId, version: now.version }, MEETING);
}
