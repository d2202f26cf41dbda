import type { ResolverDoor } from '../../graphql/door.js';
import { selectionFor } from '../../database/selection.js';
import { STATUTES, type Statute } from '../../permissions/bases.js';
import { CATEGORY_NAMES } from '../../permissions/names.js';
import { groundName } from '../../permissions/sight.js';
import { Seat } from '../cases/seat.entity.js';
import { csv } from '../responsibility/csv.js';
import { inJapan } from '../responsibility/sentence-of.js';
import { Basis } from './basis.entity.js';

const HEADINGS = [
  '提供先',
  '可否',
  '根拠',
  '根拠の出典',
  '情報区分',
  '利用目的',
  '必要性',
  '本人への説明',
  '説明した日',
  '説明の方法または説明しない理由',
  '開始',
  '終了予定',
  '終了',
  '終了の理由',
  '記録者',
  'その間の担当者',
];
const PURPOSE_NAMES = { SUPPORT_PLAN: '支援計画', EMPLOYMENT: '就労支援', SAFETY: '安全確保', STATISTICS: '統計' } as const;
const TOLD_NAMES = { CONSENTED: '本人が同意', TOLD: '説明済み', NOT_TOLD: '未説明', NOT_NEEDED: '不要（庁内利用）' } as const;

const WANTED = selectionFor({
  kind: true,
  provision: true,
  categories: true,
  purpose: true,
  told: true,
  toldOn: true,
  since: true,
  until: true,
  agencyId: true,
  agency: { name: true },
  recordedBy: { name: true },
  necessity: { body: true },
  toldHow: { body: true },
  end: { endedAt: true, reason: { body: true } },
});

/** What was disclosed about the family, to whom, on which ground, what for and for how long: every share that the reader may see. */
export async function disclosuresCsv(door: ResolverDoor, caseId: string): Promise<string> {
  const bases = await door.select<Basis>(Basis, WANTED, { where: { caseId }, order: ['since', 'id'] });
  const seats = await door.select<Seat>(Seat, selectionFor({ agencyId: true, since: true, until: true, staff: { name: true } }), {
    where: { caseId },
    order: ['since', 'id'],
  });
  return csv(
    HEADINGS,
    bases.map((basis) => lineOf(basis, seats)),
  );
}

type Line = readonly (string | null | undefined)[];

const lineOf = (basis: Basis, seats: readonly Seat[]): Line => [
  ...groundOf(basis),
  ...tellingOf(basis),
  ...periodOf(basis),
  holders(basis, seats),
];

const groundOf = ({ agency, provision, kind, categories, purpose, necessity }: Basis): Line => [
  agency?.name,
  provision === 'PERMIT' ? '可' : '不可',
  groundName(kind).ja,
  kind in STATUTES ? STATUTES[kind as Statute].citation : null,
  categories.map((category) => CATEGORY_NAMES[category]).join('、'),
  PURPOSE_NAMES[purpose],
  necessity?.body,
];

const tellingOf = ({ told, toldOn, toldHow }: Basis): Line => [TOLD_NAMES[told], toldOn, toldHow?.body];

function periodOf({ since, until, end, recordedBy }: Basis): Line {
  const when = (instant: Date | null | undefined) => (instant ? inJapan(instant) : null);
  return [when(since), when(until), when(end?.endedAt), end?.reason?.body, recordedBy?.name];
}

const holders = (basis: Basis, seats: readonly Seat[]): string =>
  seats
    .filter((seat) => seat.agencyId === basis.agencyId && overlaps(seat, basis))
    .map((seat) => seat.staff?.name)
    .join('、');

/** Whether someone held a seat for the agency at any moment while the basis lived. */
function overlaps(seat: Seat, { since, until, end }: Basis): boolean {
  const over = end?.endedAt ?? until;
  return (over === null || seat.since < over) && (seat.until === null || seat.until > since);
}
