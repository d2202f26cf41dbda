import { dayInJapan } from '../../calendar/japan-time.js';
import type { Work } from '../../database/work.js';
import { CONSENT, INTERNAL_USE } from '../../permissions/bases.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Note } from '../cases/note.entity.js';
import { Schooling } from '../cases/schooling.entity.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Basis } from '../sharing/basis.entity.js';
import { BasisEnd } from '../sharing/basis-end.entity.js';
import { Consent } from '../sharing/consent.entity.js';
import { Task } from '../tasks/task.entity.js';
import type { Directory } from './directory.js';
import type { LedgerBasis, LedgerTask, Lines, Tables } from './ledger.js';
import { LedgerTransfer } from './ledger-transfer.entity.js';
import type { SheetName } from './sheets.js';
import { digestOf, writeTables } from './write-tables.js';

/** Gives out the ledger of every open case, and records that it did. `give` gets the tables, once the rest has been written. */
export const exportLedger = (give: (tables: Tables) => unknown) =>
  async function exportLedger(work: Work, directory: Directory): Promise<LedgerTransfer> {
    work.must('transfer', {}, LedgerTransfer);
    const tables = writeTables(await linesOf(work), directory);
    const digest = digestOf(tables);
    const [cases, tasks] = [tables.cases.rows.length, tables.tasks.rows.length];
    const transfer = await work.insert(LedgerTransfer, { direction: 'OUT', digest, cases, tasks });
    work.record('ledger.exported', transfer, { digest, cases, tasks });
    give(tables);
    return transfer;
  };

/** Lines as they come from the database: in no order yet. */
const at = <const S extends SheetName>(sheet: S) => ({ sheet, row: 0 });

async function linesOf(work: Work): Promise<Lines> {
  const cases = await work.scope.find(SupportCase, { status: 'OPEN' });
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const ofCases = { caseId: { $in: [...numbers.keys()] } };
  const numberOf = (caseId: string) => numbers.get(caseId)!;
  const terms = await work.scope.find(KeyPersonTerm, { ...ofCases, until: null });
  const keyPersons = new Map(terms.map(({ caseId, staffId }) => [caseId, staffId]));
  const seats = await work.scope.find(Seat, { ...ofCases, until: null });
  const tasks = await work.scope.find(Task, { ...ofCases, isOpen: true });
  return {
    cases: cases.map(({ id, number, headline, leadAgencyId, openedAt }) => {
      return { ...at('cases'), number, headline, leadAgencyId, keyPersonId: keyPersons.get(id)!, openedOn: dayInJapan(openedAt) };
    }),
    members: await membersOf(work, cases),
    bases: await basesOf(work, ofCases, numberOf),
    seats: seats.map(({ caseId, staffId, agencyId, profession }) => {
      return { ...at('seats'), number: numberOf(caseId), staffId, agencyId, profession };
    }),
    tasks: tasks.map(({ caseId, what, category, ownerKind, staffId, agencyId, dueOn, status }) => {
      const owner = { ownerKind, staffId, agencyId, dueOn, status: status as LedgerTask['status'] };
      return { ...at('tasks'), number: numberOf(caseId), what, category, ...owner };
    }),
  };
}

async function membersOf(work: Work, cases: readonly SupportCase[]): Promise<Lines['members']> {
  const numbers = new Map(cases.map(({ householdId, number }) => [householdId, number]));
  const ofHouseholds = { householdId: { $in: [...numbers.keys()] } };
  const schoolings = await work.scope.find(Schooling, { ...ofHouseholds, until: null });
  const attended = new Map(schoolings.map((schooling) => [schooling.memberId, schooling]));
  return (await work.scope.find(HouseholdMember, ofHouseholds)).map(({ id, householdId, relation, name, kana, bornOn }) => {
    const { kind = null, schoolName = null, since = null } = attended.get(id) ?? {};
    const school = { schoolKind: kind, schoolName, schoolSince: since };
    return { ...at('members'), number: numbers.get(householdId)!, relation, name, kana, bornOn, ...school };
  });
}

/** What lives of them; internal use comes back with a seat by itself. */
async function basesOf(work: Work, ofCases: { caseId: { $in: string[] } }, numberOf: (caseId: string) => string): Promise<LedgerBasis[]> {
  const ended = new Set((await work.scope.find(BasisEnd, ofCases)).map(({ basisId }) => basisId));
  const consents = new Map((await work.scope.find(Consent, ofCases)).map((consent) => [consent.id, consent]));
  const found = await work.scope.find(Basis, { ...ofCases, kind: { $ne: INTERNAL_USE } });
  const live = found.filter(({ id, until }) => !ended.has(id) && (until === null || until > work.now));
  const noteIds = live.flatMap(({ necessityId, toldHowId }) => [necessityId, toldHowId]).filter((id): id is string => id !== null);
  const notes = new Map((await work.scope.find(Note, { id: { $in: noteIds } })).map(({ id, body }) => [id, body]));
  const bodyOf = (noteId: string | null) => notes.get(noteId ?? '') ?? null;
  return live.map(({ caseId, agencyId, kind, provision, categories, purpose, until, consentId, necessityId, toldOn, toldHowId }) => ({
    ...at('bases'),
    number: numberOf(caseId),
    ...{ agencyId, kind, provision, categories, purpose },
    ...givenAs(consents.get(consentId ?? '')),
    untilOn: until && dayInJapan(new Date(until.getTime() - 1)),
    necessity: bodyOf(necessityId),
    toldOn: kind === CONSENT ? null : toldOn,
    toldHow: bodyOf(toldHowId),
  }));
}

/** How a consent was given; nothing of it for another ground. */
const givenAs = (consent: Consent | undefined) => {
  const { evidence = null, witnessStaffId: witnessId = null, givenOn = null } = consent ?? {};
  return { evidence, witnessId, givenOn };
};
