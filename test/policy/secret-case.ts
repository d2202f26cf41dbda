import type { Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { attach, pdf } from '../support/files.js';
import { inDays, type House } from '../support/house.js';

/** Stands in every text of the case, so that one search finds any leak. */
export const MARK = '極秘';

export interface SecretCase {
  readonly caseId: string;
  /** The id of one row of each kind, by the name that arguments call it. */
  readonly ids: Readonly<Record<string, string>>;
  readonly keyPerson: Person;
}

const at = (days: number, hour: string) => `${inDays(days)}T${hour}:00:00+09:00`;

/**
 * A case of which everything exists: members, records, a closed session with its minutes, an open one, issues, roles,
 * decisions, tasks in several states, a requested postponement, an offered hand-over, a glass broken. All of it in health, daily life
 * and children, which a Hello Work navigator has no need to know.
 */
export async function tellSecrets(house: House): Promise<SecretCase> {
  const [sato, suzuki, ito, takahashi] = await Promise.all([
    house.person('sato'),
    house.person('suzuki'),
    house.person('ito'),
    house.person('takahashi'),
  ]);
  const subject = { name: `${MARK} さくら`, kana: 'ゴクヒ　サクラ', bornOn: '1990-05-03' };
  const children = [
    { name: `${MARK} そら`, kana: 'ゴクヒ　ソラ', bornOn: '2018-09-12', schoolName: `${MARK}小学校`, schoolKind: 'ELEMENTARY' },
  ];
  const { id: caseId, ...opened } = await sato.do(
    'openCase',
    { headline: `${MARK}の見出し`, subject, children },
    'id number leadAgencyId householdId household { members { id relation } } seats { id }',
  );
  const memberId = opened.household.members.find(({ relation }: { relation: string }) => relation === 'CHILD').id;
  await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
  const { agencyId: health } = await sato.do('giveSeat', { caseId, staffId: ito.staffId }, 'agencyId');

  const consentId = await consentTo(sato, caseId, 'ハローワーク三鷹', { provision: 'DENY', categories: ['SAFETY'] });
  const { disclosures } = await sato.ask('query ($id: Uuid!) { disclosures(caseId: $id) { id } }', { id: caseId });
  const sharing = { consentId, basisId: disclosures[0].id };

  const first = await hold(sato, ito, caseId, health);
  const second = await convene(sato, caseId, [ito.staffId]);
  await ito.do('acceptInvitation', { invitationId: second.invitationId, version: 1 });
  await sato.do('openSession', { sessionId: second.sessionId, version: 1 });

  const offered = {
    caseId,
    category: 'HEALTH',
    what: `${MARK}の受診に付き添う`,
    owner: { kind: 'STAFF', staffId: ito.staffId },
    dueOn: inDays(7),
  };
  const task = await sato.do('offerTask', offered);
  const accepted = await ito.do('acceptTask', { taskId: task.id, version: task.version });
  const postponement = await ito.do('requestPostponement', {
    taskId: task.id,
    version: accepted.version,
    toDueOn: inDays(14),
    reason: `${MARK}の都合`,
  });
  const plan = await planned(sato, caseId, second.sessionId);
  const record = await ito.do('writeRecord', { caseId, category: 'HEALTH', kind: 'OBSERVATION', body: `${MARK}の健康` });
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: `${MARK}の生活` });
  const paper = await attach(ito, pdf(MARK), { caseId, category: 'HEALTH', name: `${MARK}.pdf`, recordId: record.id });
  const safety = await shielded(sato, caseId, opened.household.members);
  const meetings = await meeting(sato, ito, caseId, opened.leadAgencyId);
  const seen = { caseId, staffId: ito.staffId, startsAt: at(9, '10'), place: `${MARK}の面談室`, channel: 'VISIT' };
  const { id: appointmentId } = await sato.do('makeAppointment', seen);
  const handover = await sato.do('offerHandover', { caseId, staffId: suzuki.staffId, reason: `${MARK}の理由` });
  const emergency = { caseNumber: opened.number, categories: ['HEALTH'], reason: `${MARK}の緊急`, minutes: 60 };
  const access = await takahashi.do('breakGlass', emergency);
  const { householdId, seats } = opened;
  const ids = {
    householdId,
    memberId,
    seatId: seats[0].id,
    taskId: task.id,
    postponementId: postponement.id,
    recordId: record.id,
    attachmentId: paper.id,
    handoverId: handover.id,
    accessId: access.id,
    appointmentId,
  };
  return {
    caseId,
    keyPerson: sato,
    ids: {
      caseId,
      ...sharing,
      ...safety,
      ...meetings,
      ...first,
      ...ids,
      ...plan,
      sessionId: second.sessionId,
      invitationId: second.invitationId,
      itemId: second.itemId,
    },
  };
}

/** Where the family lives, and from whom that is kept. */
async function shielded(sato: Person, caseId: string, members: readonly { id: string; relation: string }[]) {
  const { id: memberId } = members.find(({ relation }) => relation === 'SUBJECT')!;
  const other = { name: `${MARK} 太郎`, kana: 'ゴクヒ　タロウ', relation: 'FORMER_SPOUSE', reason: `${MARK}の事情` };
  const party = await sato.do('nameOtherParty', { caseId, ...other });
  const shield = await sato.do('shieldAddress', { memberId, authority: `${MARK}相談所`, reason: `${MARK}の保護` });
  const contact = { memberId, kind: 'ADDRESS', value: `${MARK}市${MARK}町3-4-5` };
  const { id: contactDetailId } = await sato.do('addContactDetail', contact);
  return { contactDetailId, shieldId: shield.id, otherPartyId: party.id };
}

/** A plan, put to the meeting that is open. */
async function planned(sato: Person, caseId: string, sessionId: string) {
  const steps = [{ what: `${MARK}の取組`, owner: { kind: 'STAFF', staffId: sato.staffId }, dueOn: inDays(9) }];
  const period = { startsOn: inDays(0), endsOn: inDays(90), reviewOn: inDays(30) };
  const drafted = { caseId, kind: 'SELF_RELIANCE_PLAN', category: 'CHILD', goal: `${MARK}の目標`, ...period, steps };
  const { id: planId } = await sato.do('draftPlan', drafted);
  await sato.do('putPlanToMeeting', { planId, version: 1, sessionId });
  await sato.do('changePriority', { caseId, priority: 'DAILY_LIFE', reason: `${MARK}の優先` });
  return { planId, amendsId: planId };
}

async function convene(sato: Person, caseId: string, staffIds: readonly string[]) {
  const questions = [{ what: `${MARK}の問い`, category: 'HEALTH' }];
  const invitees = staffIds.map((staffId) => ({ staffId }));
  const session = await sato.do(
    'conveneSession',
    { caseId, reason: `${MARK}の経緯`, place: `${MARK}会議室`, startsAt: at(3, '10'), endsAt: at(3, '11'), questions, invitees },
    'id invitations { id staffId } agenda { id kind version }',
  );
  const invited = session.invitations.find(({ staffId }: { staffId: string }) => staffIds.includes(staffId));
  const item = session.agenda.find(({ kind }: { kind: string }) => kind === 'QUESTION');
  return { sessionId: session.id as string, invitationId: invited.id as string, itemId: item.id as string };
}

/** A series of meetings that works through the case. */
async function meeting(sato: Person, ito: Person, caseId: string, agencyId: string) {
  const members = [{ staffId: sato.staffId, part: 'CHAIR' }, { staffId: ito.staffId }];
  const started = { kind: 'CHIBA_CASE_MEETING', agencyId, name: `${MARK}の会議`, place: `${MARK}の部屋`, members };
  const { id: seriesId, ...series } = await sato.do('startSeries', started, 'id members { id }');
  const entry = await sato.do('placeOnCaseload', { seriesId, caseId });
  const target = { seriesId, fiscalYear: Number(inDays(0).slice(0, 4)) + 1, what: `${MARK}の目標`, unit: 'PERSON', target: 10 };
  const { id: targetId } = await sato.do('setTarget', target);
  const planned = { seriesId, startsAt: at(20, '10'), endsAt: at(20, '11'), reason: `${MARK}の緊急` };
  const { id: plannedSessionId } = await sato.do('addPlannedSession', planned);
  return { seriesId, membershipId: series.members[0].id, entryId: entry.id, targetId, plannedSessionId };
}

/** A whole first session, closed, with minutes that one attendee has yet to confirm. */
async function hold(sato: Person, ito: Person, caseId: string, agencyId: string) {
  const { sessionId, itemId } = await convene(sato, caseId, [ito.staffId]);
  await sato.do('openSession', { sessionId, version: 1 });
  await ito.do('makeStatement', { sessionId, category: 'HEALTH', body: `${MARK}の発言` });
  const issue = await ito.do('nameIssue', { sessionId, category: 'HEALTH', what: `${MARK}の課題`, agencyId });
  await sato.do('allocateRole', { sessionId, staffId: ito.staffId, role: `${MARK}の役割` });
  const owner = { kind: 'AGENCY', agencyId };
  await sato.do('decide', { itemId, category: 'HEALTH', what: `${MARK}の決定`, owner, dueOn: inDays(5), issueId: issue.id });
  const { invitations } = (
    await sato.ask('query ($id: Uuid!) { conferenceSession(id: $id) { invitations { id version } } }', { id: sessionId })
  ).conferenceSession;
  for (const { id, version } of invitations) await sato.do('markAttendance', { invitationId: id, version, attendance: 'PRESENT' });
  const { version } = (await sato.ask('query ($id: Uuid!) { conferenceSession(id: $id) { version } }', { id: sessionId }))
    .conferenceSession;
  const closed = await sato.do('closeSession', { sessionId, version }, 'minutes { id confirmations { id } }');
  return { issueId: issue.id, minutesId: closed.minutes.id, confirmationId: closed.minutes.confirmations[0].id };
}
