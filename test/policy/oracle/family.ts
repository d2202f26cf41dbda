import type { Chance } from './chance.js';
import { CATEGORIES, DAY_MS, type Town } from './town.js';
import type { Basis, Case, Seat } from './world.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One case: who leads it, who sits on it, who was and is key person, and on which basis which agency may know what. */
export function makeCase(chance: Chance, now: Date, town: Town, householdId: string, isOpen: boolean): Case & { isOpen: boolean } {
  const seats = makeSeats(chance, now, town);
  const leadAgencyId = chance.one(town.inside);
  const agencyIds = [...new Set([leadAgencyId, ...seats.map((seat) => seat.agencyId), ...town.agencies.map(({ id }) => id)])];
  const concerned = agencyIds.filter((_, at) => at <= seats.length || chance.often(0.15));
  const bases = concerned.flatMap((agencyId) => makeBases(chance, now, agencyId, town.inside.includes(agencyId)));
  return { id: chance.id(), householdId, leadAgencyId, seats, terms: makeTerms(chance, now, seats, isOpen), bases, isOpen };
}

/** Seats that stand with a posting of their holder, whenever that holds; some have ended, some name what the holder is not posted as. */
function makeSeats(chance: Chance, now: Date, town: Town): Seat[] {
  const candidates = town.people.filter(({ postings }) => postings.some(({ profession }) => isOnCase(profession)));
  return chance.few(candidates, 5 + chance.below(4)).flatMap(({ id: staffId, postings }) => {
    const { agencyId, profession } = chance.one(postings.filter((posting) => isOnCase(posting.profession)));
    const seat: Seat = { id: chance.id(), staffId, agencyId, profession, until: null };
    if (chance.often(0.1)) return [{ ...seat, agencyId: chance.one(town.agencies).id }];
    if (chance.often(0.1)) return [{ ...seat, profession: 'CONSULTATION_SUPPORT_WORKER' }];
    if (chance.often(0.15)) return [{ ...seat, until: new Date(now.getTime() - DAY_MS) }];
    if (chance.often(0.1)) return [seat, { ...seat, id: chance.id(), profession: 'COUNSELLOR', until: new Date(now.getTime() - DAY_MS) }];
    return [seat];
  });
}

const isOnCase = (profession: string) => !['MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'].includes(profession);

function makeTerms(chance: Chance, now: Date, seats: readonly Seat[], isOpen: boolean): Case['terms'] {
  const [latest, earlier] = chance.few(
    seats.filter((seat) => seat.until === null),
    2,
  );
  const past = earlier ? [{ seatId: earlier.id, until: new Date(now.getTime() - 5 * DAY_MS) }] : [];
  return latest ? [...past, { seatId: latest.id, until: isOpen ? null : new Date(now.getTime() - DAY_MS) }] : past;
}

/** What an agency was told on which ground: nothing, everything, parts, refusals, and periods that begin and end around now. */
function makeBases(chance: Chance, now: Date, agencyId: string, isInside: boolean): Basis[] {
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const bases: Mutable<Basis>[] = [];
  const add = (provision: string, categories: string[]) => {
    if (categories.length === 0) return;
    const since = chance.often(0.85) ? at(-40) : chance.one([now, at(3)]);
    const until = chance.often(0.6) ? null : chance.one([now, at(-2), at(8), at(40)]);
    const endedAt = chance.often(0.75) ? null : chance.one([now, at(-1), at(5)]);
    bases.push({ agencyId, provision, categories, since, until: until && until > since ? until : null, endedAt });
  };
  if (isInside && chance.often(0.6)) add('PERMIT', CATEGORIES);
  if (chance.often(0.55)) add('PERMIT', chance.some(CATEGORIES, 0.5));
  if (chance.often(0.3)) add('PERMIT', chance.some(CATEGORIES, 0.3));
  if (chance.often(0.35)) add('DENY', chance.some(CATEGORIES, 0.25));
  return bases;
}
