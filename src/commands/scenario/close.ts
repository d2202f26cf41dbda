import { mustBe } from './differs.js';
import type { Json } from './person.js';
import type { Player } from './player.js';
import type { Story } from './story.js';

/** The key person notes of everyone invited that they came. */
export async function noteAttendance(story: Story, keyPerson: Player): Promise<void> {
  const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { invitations { id version } } }';
  const { invitations } = (await keyPerson.person.ask(query, { id: story.sessionId })).conferenceSession;
  for (const { id, version } of invitations) {
    const came = { invitationId: id, version, attendance: 'PRESENT' };
    mustBe(await keyPerson.person.do('markAttendance', came, 'attendance'), { attendance: 'PRESENT' }, 'Attendance');
  }
  story.transcript.did(keyPerson.name, {
    ja: `出席した${invitations.length}人を記録する`,
    en: `notes that all ${invitations.length} came`,
  });
}

export async function versionOf(story: Story, who: Player): Promise<number> {
  const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { version } }';
  return (await who.person.ask(query, { id: story.sessionId })).conferenceSession.version;
}

/** Someone reads the minutes as they may see them, and confirms them. */
export async function confirms(story: Story, who: Player, reading: { readonly has?: RegExp; readonly lacks?: RegExp }): Promise<void> {
  const query = `query ($id: Uuid!) { minutesText(sessionId: $id) minutes(sessionId: $id) { headSeq headHash confirmations { id version staffId } } }`;
  const { minutesText, minutes } = await who.person.ask(query, { id: story.sessionId });
  const { has = /会議録/, lacks = /$^/ } = reading;
  mustBe(minutesText, has, `The minutes as ${who.name} reads them`);
  mustBe(lacks.exec(minutesText)?.[0] ?? null, null, `What the minutes must not tell ${who.name}`);
  story.heads.push({ seq: minutes.headSeq, hash: minutes.headHash });
  const own = minutes.confirmations.find((one: Json) => one.staffId === who.staffId);
  const lines = minutesText.trim().split('\n').length;
  await who.does({
    ja: `自分に見える会議録（${lines}行）を読み、確認する`,
    en: `reads the minutes as they may see them (${lines} lines) and confirms them`,
    verb: 'confirmMinutes',
    input: { confirmationId: own.id, version: own.version },
    select: 'status',
    expect: { status: 'CONFIRMED' },
  });
}
