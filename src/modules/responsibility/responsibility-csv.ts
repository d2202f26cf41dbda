import { ROW_NAMES } from '../../permissions/names.js';
import type { AsOf } from './as-of.js';
import { csv, type Cell } from './csv.js';
import type { Gap, GapKind } from './gaps.js';
import { heldBy, type Held, type HeldKind } from './held.js';
import { responsibilityAsOf } from './responsibility.js';
import { inJapan } from './sentence-of.js';

const KINDS: Readonly<Record<HeldKind, string>> = {
  KEY_PERSON: 'キーパーソン',
  SEAT: '担当者',
  TASK: '対応事項',
  ISSUE: '課題',
  ROLE: '役割',
  HANDOVER: '引き継ぎの申し出',
};

const GAPS: Readonly<Record<GapKind, string>> = {
  UNACCEPTED: '受諾されていない',
  OVERDUE: '期限を過ぎている',
  DECLINED: '辞退され担当がいない',
  HANDOVER_PENDING: '引き継ぎの回答待ち',
  NO_NEXT_SESSION: '次の会議がない',
  NO_NEXT_APPOINTMENT: '本人と会う次回の予定がない',
};

const STATUSES: Readonly<Record<string, string>> = {
  OFFERED: '依頼中',
  ACCEPTED: '受諾',
  IN_PROGRESS: '対応中',
  DECLINED: '辞退',
  OPEN: '未解決',
};

const CLIENT = '本人';
const HEADINGS = ['基準日', '区分', 'ケース番号', '内容', '担当者', '職種', '機関', 'いつから', '期限', '状態', '空白'];

/** Who answered for what on a day, as a table: one line for each thing held, each missed deadline, and each case without a next session or appointment. */
export async function responsibilityCsv(asOf: AsOf): Promise<string> {
  const { on, gaps, keyPersons, seats, tasks, issues, roles, handovers } = await responsibilityAsOf(asOf);
  const held = [...keyPersons, ...seats, ...tasks, ...issues, ...roles, ...handovers];
  const gapsOf = (one: Held) => gaps.filter((gap) => gap.held?.id === one.id);
  const elsewhere = gaps.filter((gap) => !held.some((one) => one.id === gap.held?.id));
  const missed = (await asOf.missed()).map((entry) => heldBy(entry, on));
  return csv(HEADINGS, [
    ...held.map((one) => line(on, KINDS[one.kind], one, gapsOf(one))),
    ...missed.map((one) => line(on, '期限の未達', one, [])),
    ...elsewhere.map((gap) => (gap.held ? line(on, KINDS[gap.held.kind], gap.held, [gap]) : lineOfCase(on, gap))),
  ]);
}

const line = (on: string, kind: string, held: Held, gaps: readonly Gap[]): Cell[] => [
  on,
  kind,
  held.caseNumber,
  held.what,
  held.staff?.name ?? (held.ownerKind === 'CLIENT' ? CLIENT : null),
  held.profession && ROW_NAMES[held.profession],
  held.agency?.name,
  inJapan(held.since),
  held.dueOn,
  held.status && STATUSES[held.status],
  gaps.map(gapInWords).join('・'),
];

const lineOfCase = (on: string, gap: Gap): Cell[] => [on, 'ケース', gap.caseNumber, ...HEADINGS.slice(4).map(() => null), gapInWords(gap)];

const gapInWords = ({ kind, days }: Gap) => (days === null ? GAPS[kind] : `${GAPS[kind]}（${days}日）`);
