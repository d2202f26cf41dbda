import { dayInJapan } from '../../calendar/japan-time.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { INTERNAL_USE } from '../../permissions/bases.js';
import { INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { withCells, type NeedToKnow } from '../../permissions/need-to-know.js';
import type { Profession } from '../../permissions/professions.js';
import type { StandingBasis, Standpoint } from '../../permissions/sight.js';
import { invalid, notFound } from '../../refusal.js';
import { selectionFor } from '../../database/selection.js';
import { Unseen } from '../../database/unseen.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Posting } from '../people/posting.entity.js';
import { Basis } from './basis.entity.js';
import { accessesAt } from './beside-the-seat.js';
import { NeedToKnowCell } from './need-to-know-cell.entity.js';

/** Of whom it is asked what they see: someone on the case, or someone who might come to it in one of their postings. */
export interface Looker {
  readonly caseId: string;
  readonly staffId: string;
  readonly agencyId?: string | null;
  readonly profession?: Profession | null;
}

/** A standpoint with where it comes from: a seat, or what would be one. */
export interface Found extends Standpoint {
  readonly agencyId: string;
  readonly isSeated: boolean;
  /** Whether they could be given a seat: their agency has a basis, or is a department that brings its own. */
  readonly mayJoin: boolean;
}

type Dated = { readonly since: string; readonly until: string | null };
const livesAt = (instant: Date) => (row: Dated) => new Date(row.since) <= instant && (row.until === null || new Date(row.until) > instant);
const dayOf = (instant: string | Date) => dayInJapan(new Date(instant));
const lastDayBefore = (instant: string) => dayOf(new Date(Date.parse(instant) - 1));

/** The need-to-know table as it stood at an instant. */
export async function tableAt(door: ResolverDoor, instant: Date): Promise<NeedToKnow> {
  const cells = await door.select<NeedToKnowCell>(
    NeedToKnowCell,
    selectionFor({ profession: true, about: true, level: true, since: true, until: true }),
    {},
  );
  return withCells(cells.filter((cell) => livesAt(instant)(cell as unknown as Dated)));
}

/** From where someone looks, or would look, at a case at an instant. `NOT_FOUND` for a case that the one who asks may not see. */
export async function standpointOf(door: ResolverDoor, looker: Looker, instant: Date): Promise<Found> {
  const { caseId, staffId } = looker;
  const [supportCase] = await door.columns(SupportCase, ['id', 'leadAgencyId'], { where: { id: caseId } });
  if (!supportCase) throw notFound();
  const place = (await seatAt(door, looker, instant)) ?? (await postingAt(door, looker, instant));
  const agencies = await door.columns(Agency, ['id', 'parentId', 'name'], {});
  const terms = await door.columns(KeyPersonTerm, ['since', 'until'], { where: { caseId, staffId } });
  const recorded = await basesAt(door, caseId, place.agencyId, instant);
  const isInside = rootOf(agencies, place.agencyId) === rootOf(agencies, supportCase.leadAgencyId);
  const brings = isInside && !place.isSeated && !recorded.everInternal ? [internalUseFrom(dayOf(instant))] : [];
  const bases = [...recorded.bases, ...brings];
  return {
    ...place,
    agency: agencies.find(({ id }) => id === place.agencyId)?.name ?? '',
    isKeyPerson: place.isSeated && (terms as unknown as Dated[]).some(livesAt(instant)),
    bases,
    accesses: await accessesAt(door, looker, instant),
    mayJoin: bases.some(({ provision }) => provision === 'PERMIT'),
  };
}

/** Whether someone may be connected with the other party and was not let in yet; told to nobody but who decides on it, `false` to others. */
export async function conflictOf(door: ResolverDoor, caseId: string, staffId: string): Promise<boolean> {
  if (!(await door.ability()).can('waive', 'ConflictOfInterest', { caseId })) return false;
  const [supportCase] = await door.columns(SupportCase, ['householdId'], { where: { id: caseId } });
  const { database } = door.request;
  return supportCase ? new Unseen((sql, values) => database.ask(sql, values)).hasOpenConflict(supportCase.householdId, staffId) : false;
}

type Place = { readonly agencyId: string; readonly profession: Profession; readonly isSeated: boolean };

async function seatAt(door: ResolverDoor, { caseId, staffId }: Looker, instant: Date): Promise<Place | null> {
  const seats = await door.columns(Seat, ['agencyId', 'profession', 'since', 'until'], { where: { caseId, staffId } });
  const seat = seats.find((one) => livesAt(instant)(one as unknown as Dated));
  if (!seat) return null;
  const { agencyId, profession } = seat;
  const posted = await postingsAt(door, staffId, instant);
  return posted.some((posting) => posting.agencyId === agencyId && posting.profession === profession)
    ? { agencyId, profession, isSeated: true }
    : null;
}

async function postingAt(door: ResolverDoor, { staffId, agencyId, profession }: Looker, instant: Date): Promise<Place> {
  const postings = await postingsAt(door, staffId, instant);
  const fitting = postings.filter(
    (posting) => (!agencyId || posting.agencyId === agencyId) && (!profession || posting.profession === profession),
  );
  if (fitting[0] && fitting.length === 1) return { agencyId: fitting[0].agencyId, profession: fitting[0].profession, isSeated: false };
  throw invalid('staffId', 'UNKNOWN', {
    ja: 'この人の機関と職種を、その日の配置のとおりに指定してください。',
    en: 'Please name an agency and a profession that this person was posted to on that day.',
  });
}

async function postingsAt(door: ResolverDoor, staffId: string, instant: Date) {
  const day = dayOf(instant);
  const postings = await door.columns(Posting, ['agencyId', 'profession', 'since', 'until'], { where: { staffId } });
  return postings.filter(({ since, until }) => since <= day && (until === null || until >= day));
}

async function basesAt(
  door: ResolverDoor,
  caseId: string,
  agencyId: string,
  instant: Date,
): Promise<{ bases: StandingBasis[]; everInternal: boolean }> {
  const wanted = selectionFor({ kind: true, provision: true, categories: true, since: true, until: true, end: { endedAt: true } });
  const found = await door.select<Basis>(Basis, wanted, { where: { caseId, agencyId }, order: ['since', 'id'] });
  const bases = found
    .map((basis) => ({ ...basis, until: endOf(basis) }))
    .filter((basis) => livesAt(instant)(basis as unknown as Dated))
    .map(({ kind, provision, categories, since, until }) => ({
      kind,
      provision,
      categories,
      sinceOn: dayOf(since),
      untilOn: until === null ? null : lastDayBefore(until),
    }));
  return { bases, everInternal: found.some(({ kind }) => kind === INTERNAL_USE) };
}

/** The earlier of when a basis was to end and when it was ended. */
function endOf({ until, end }: Basis): string | null {
  const ends = [until, end?.endedAt].filter((one) => one !== null && one !== undefined).map((one) => new Date(one).toISOString());
  return ends.sort()[0] ?? null;
}

const internalUseFrom = (sinceOn: string): StandingBasis => ({
  kind: INTERNAL_USE,
  provision: 'PERMIT',
  categories: INFORMATION_CATEGORIES,
  sinceOn,
  untilOn: null,
});

function rootOf(agencies: readonly Pick<Agency, 'id' | 'parentId'>[], id: string): string {
  const parentId = agencies.find((agency) => agency.id === id)?.parentId;
  return parentId ? rootOf(agencies, parentId) : id;
}
