import { selectionFor, type Selection, type Wanted } from '../../database/selection.js';
import { COORDINATION, INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { CATEGORY_NAMES } from '../../permissions/names.js';
import type { Category } from '../cases/category.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';
import type { Invitation } from './invitation.entity.js';
import type { Decision } from './decision.entity.js';
import type { Minutes } from './minutes.entity.js';
import { ATTENDANCE, BACK_BECAUSE, CONFIRMATION, dayOf, momentOf, OUTCOME, spanOf } from './minutes-words.js';

const named: Wanted = { name: true };
const person: Wanted = { staff: named, agency: named };
const ofCase: Wanted = { case: { number: true } };

/** Everything that minutes say, read in one statement under the reader's own rules. */
export const MINUTED: Selection = selectionFor({
  headSeq: true,
  headHash: true,
  draftedAt: true,
  draftedBy: named,
  corrections: { ...person, category: true, body: true, reason: true, correctedAt: true, item: { what: true } },
  confirmations: { staff: named, status: true, reason: { body: true } },
  session: {
    number: true,
    place: true,
    reason: true,
    openedAt: true,
    closedAt: true,
    convenedBy: named,
    agency: named,
    ...ofCase,
    series: { name: true },
    invitations: { ...person, attendance: true, insteadOf: { staff: named } },
    agenda: {
      ...ofCase,
      id: true,
      purpose: true,
      kind: true,
      what: true,
      because: true,
      outcome: true,
      deferredUntil: true,
      category: true,
      outcomeNote: { body: true },
    },
    statements: { ...person, ...ofCase, category: true, body: true },
    issues: { ...ofCase, what: true, category: true, agreedAgency: named },
    roles: { ...person, ...ofCase, role: true, until: true },
    decisions: { ...person, ...ofCase, agencyId: true, itemId: true, what: true, ownerKind: true, dueOn: true, category: true },
  },
});

type Named = { name: string } | null | undefined;
export const nameOf = (who: Named) => who?.name ?? '—';
/** Which case something is about, where a session is about many: by its number, never by a name. */
export const about = ({ case: of }: { case?: { number: string } | null }, session: ConferenceSession) =>
  session.series ? `【${of?.number ?? '共通'}】` : '';
const categoryOf = (category: Category) => (category === COORDINATION ? '' : `［${CATEGORY_NAMES[category]}］`);

/** What people wrote, set in from the margin on every line, so that no words of theirs can pass for a heading. */
const setIn = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `    ${line}`);
export const items = (lines: readonly string[]) => lines.map((line) => `  ・${line}`);

export const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`■ ${title}`, ...lines].join('\n') : null);

/**
 * The minutes (会議録) as a text to print. It says only what the rows it is given say: what the reader may not see was never read,
 * and a part in which they may see nothing is left out as if there were none.
 */
export function minutesText(minutes: Minutes): string {
  const session = minutes.session!;
  return [
    header(session),
    section('出席', attendance(session)),
    section('議題と結論', agenda(session)),
    section('情報共有', statements(session)),
    section(
      '課題と担当機関',
      items((session.issues ?? []).map((it) => `${about(it, session)}${it.what}${categoryOf(it.category)} → ${nameOf(it.agreedAgency)}`)),
    ),
    section('役割分担（誰が、どのような役割を果たすのか）', roles(session)),
    section('決定事項（誰が、いつまでに、何をやるのか）', items((session.decisions ?? []).map((one) => decision(one, session)))),
    section('会議録の確認', confirmations(minutes)),
    section('会議録の訂正', corrections(minutes)),
    footer(minutes),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
    .concat('\n');
}

export const header = (session: ConferenceSession) =>
  [
    session.series ? `会議録　${session.series.name}　第${session.number}回` : `会議録　第${session.number}回カンファレンス`,
    ...(session.series ? [] : [`ケース番号　${session.case?.number ?? '—'}`]),
    `日時　${spanOf(session.openedAt!, session.closedAt!)}`,
    `場所　${session.place}`,
    `招集　${nameOf(session.convenedBy)}（${nameOf(session.agency)}）`,
    '開催の理由',
    ...setIn(session.reason),
  ].join('\n');

function attendance(session: ConferenceSession): string[] {
  const byAgency = Map.groupBy(session.invitations ?? [], (invitation) => nameOf(invitation.agency));
  const came = (attended: keyof typeof ATTENDANCE | null) => (attended ? ATTENDANCE[attended] : '—');
  return items(
    [...byAgency].map(
      ([agency, people]) =>
        `${agency}　${people.map((one) => `${nameOf(one.staff)}（${came(one.attendance)}${insteadOf(one)}）`).join('、')}`,
    ),
  );
}

const insteadOf = ({ insteadOf: other }: Invitation) => (other ? `・${nameOf(other.staff)}の代理` : '');

export const agenda = (session: ConferenceSession) => (session.agenda ?? []).flatMap((item, at) => agendaItem(session, item, at + 1));

function agendaItem(session: ConferenceSession, item: AgendaItem, number: number): string[] {
  const back = item.because ? `（${BACK_BECAUSE[item.because]}）` : '';
  const until = item.deferredUntil ? `（${dayOf(item.deferredUntil)}から）` : '';
  const outcome = item.outcome ? ` → ${OUTCOME[item.outcome]}${until}` : '';
  return [
    `  ${number}. ${about(item, session)}${item.what}${categoryOf(item.category)}${back}${outcome}`,
    ...(item.outcomeNote ? setIn(item.outcomeNote.body) : []),
  ];
}

function statements(session: ConferenceSession): string[] {
  const byCategory = Map.groupBy(session.statements ?? [], (statement) => statement.category);
  return INFORMATION_CATEGORIES.flatMap((category) => {
    const said = byCategory.get(category) ?? [];
    const told = said.flatMap((one) => [`  ・${about(one, session)}${nameOf(one.staff)}（${nameOf(one.agency)}）`, ...setIn(one.body)]);
    return told.length > 0 ? [`  ${categoryOf(category)}`, ...told] : [];
  });
}

/** The parts as they stood at the end: one that was given to someone anew during the session is not among them. */
const roles = (session: ConferenceSession) =>
  items(
    (session.roles ?? [])
      .filter(({ until }) => until === null || new Date(until) > new Date(session.closedAt!))
      .map((one) => `${about(one, session)}${nameOf(one.staff)}（${nameOf(one.agency)}）　${one.role}`),
  );

export function decision(one: Decision, session: ConferenceSession): string {
  const who = {
    STAFF: `${nameOf(one.staff)}（${nameOf(one.agency)}）`,
    AGENCY: nameOf(one.agency),
    CLIENT: `支援対象者（見守り：${nameOf(one.agency)}）`,
  }[one.ownerKind];
  return `${about(one, session)}${who}が、${dayOf(one.dueOn)}までに、${one.what}${categoryOf(one.category)}`;
}

const confirmations = (minutes: Minutes) =>
  (minutes.confirmations ?? []).flatMap((one) => [
    `  ・${nameOf(one.staff)}　${CONFIRMATION[one.status]}`,
    ...(one.reason ? setIn(one.reason.body) : []),
  ]);

/** What was put right since, below what stood there: the minutes themselves stay. */
const corrections = (minutes: Minutes) =>
  (minutes.corrections ?? []).flatMap((one) => [
    `  ・${nameOf(one.staff)}（${nameOf(one.agency)}）　${momentOf(one.correctedAt)}${categoryOf(one.category)}${one.item ? `　${one.item.what}` : ''}`,
    ...setIn(one.body),
    ...setIn(`理由：${one.reason}`),
  ]);

const footer = (minutes: Minutes) =>
  [
    `作成　${nameOf(minutes.draftedBy)}　${momentOf(minutes.draftedAt)}`,
    `記録の先頭　${minutes.headSeq} ${minutes.headHash}`,
    'この会議録は、読む人の職務に必要な情報区分の内容を示します。',
  ].join('\n');
