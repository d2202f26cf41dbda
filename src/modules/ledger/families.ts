import type { Sentence } from '../../refusal.js';
import { readLines } from './read-lines.js';
import { SHEETS } from './sheets.js';
import type { Directory } from './directory.js';
import type { Family, LedgerBasis, LedgerCase, LedgerMember, LedgerTask, Line, Lines, Problem, Tables } from './ledger.js';

/** A ledger that has been read: its families, or everything that is wrong with it. */
export interface ReadLedger {
  readonly families: readonly Family[];
  readonly problems: readonly Problem[];
}

/**
 * The families of a ledger, with every problem that can be seen without the cases of the database: cells, headings, what the lines
 * of a case say to each other. Pure. The problems stand in the order of the sheets and their rows.
 */
export function familiesIn(tables: Tables, directory: Directory): ReadLedger {
  const { lines, problems } = readLines(tables, directory);
  const families = lines.cases.map((one) => familyOf(one, lines));
  const all = [
    ...problems,
    ...lines.cases.flatMap((one, at) => twice(one, lines.cases.slice(0, at))),
    ...withoutCase(tables, lines),
    ...families.flatMap((family) => wrongIn(family, directory, tables)),
    ...knownTwice(families),
  ];
  const sheets = Object.keys(SHEETS);
  return { families, problems: all.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row) };
}

function familyOf(one: LedgerCase, lines: Lines): Family {
  const own = <T extends { number: string }>(all: readonly T[]) => all.filter((line) => line.number === one.number);
  return { ...one, members: own(lines.members), bases: own(lines.bases), seats: own(lines.seats), tasks: own(lines.tasks) };
}

const at = ({ sheet, row }: Line, column: string | null, code: Problem['code'], ja: string, en: string): Problem => ({
  sheet,
  row,
  column,
  code,
  sentence: { ja, en } satisfies Sentence,
});

const NUMBER = SHEETS.cases.columns.number.heading;

const twice = (one: LedgerCase, before: readonly LedgerCase[]): Problem[] => {
  const first = before.find((other) => other.number === one.number);
  return first
    ? [at(one, NUMBER, 'CONFLICT', `同じ番号のケースが${first.row}行目にあります。`, `Row ${first.row} has a case of the same number.`)]
    : [];
};

/** Lines of a case that the sheet of cases does not hold. One that is there but faulty has been told of already. */
function withoutCase(tables: Tables, { members, bases, seats, tasks }: Lines): Problem[] {
  const numbers = new Set(tables.cases.rows.map(({ cells }) => cells[NUMBER]?.trim().normalize('NFC')));
  return [...members, ...bases, ...seats, ...tasks]
    .filter((line) => !numbers.has(line.number))
    .map((line) => at(line, NUMBER, 'UNKNOWN', 'この番号のケースが「ケース」にありません。', 'There is no case of this number.'));
}

function wrongIn(family: Family, { today }: Directory, tables: Tables): Problem[] {
  const future = (line: Line, column: string, day: string | null) =>
    day !== null && day > today ? [at(line, column, 'OUT_OF_ORDER', '未来の日付です。', 'This day lies in the future.')] : [];
  return [
    ...future(family, SHEETS.cases.columns.openedOn.heading, family.openedOn),
    ...family.members.flatMap((member) => future(member, SHEETS.members.columns.bornOn.heading, member.bornOn)),
    ...family.members.flatMap(schooling),
    ...oneSubject(family, tables),
    ...family.bases.flatMap(basis),
    ...family.tasks.flatMap(owner),
  ];
}

/** Told only when every line of the household could be read: else the faulty one may be the subject. */
function oneSubject(family: Family, tables: Tables): Problem[] {
  const ofCase = tables.members.rows.filter(({ cells }) => cells[NUMBER]?.trim().normalize('NFC') === family.number);
  if (ofCase.length !== family.members.length) return [];
  const subjects = family.members.filter(({ relation }) => relation === 'SUBJECT');
  if (subjects.length === 0)
    return [at(family, NUMBER, 'REQUIRED', '「世帯」に続柄が本人の行がありません。', 'The household has no support subject.')];
  const relation = SHEETS.members.columns.relation.heading;
  return subjects
    .slice(1)
    .map((member) => at(member, relation, 'CONFLICT', '本人は世帯に一人です。', 'A household has one support subject.'));
}

function schooling(member: LedgerMember): Problem[] {
  if (member.relation === 'CHILD' || (!member.schoolName && !member.schoolKind && !member.schoolSince)) return [];
  const { heading } = SHEETS.members.columns.schoolName;
  return [at(member, heading, 'NOT_ALLOWED', '学校等は子だけに入力できます。', 'Only children have a school.')];
}

/** A consent says how and when it was given, and a verbal one before whom; any other ground why it is needed, and what the person was told. */
function basis(line: LedgerBasis): Problem[] {
  const wanted: readonly (keyof LedgerBasis & keyof typeof SHEETS.bases.columns)[] =
    line.kind !== 'CONSENT'
      ? ['necessity', 'toldHow']
      : line.evidence === 'VERBAL_WITH_WITNESS'
        ? ['evidence', 'givenOn', 'witnessId']
        : ['evidence', 'givenOn'];
  return wanted
    .filter((key) => line[key] === null)
    .map((key) => at(line, SHEETS.bases.columns[key].heading, 'REQUIRED', 'この根拠には必要です。', 'This ground needs it.'));
}

function owner(task: LedgerTask): Problem[] {
  const { heading } = SHEETS.tasks.columns.staffId;
  const named = task.staffId !== null;
  if (task.ownerKind === 'STAFF' && !named)
    return [at(task, heading, 'REQUIRED', '担当する職員を入力してください。', 'Please say who of them.')];
  if (task.ownerKind === 'CLIENT' && named)
    return [at(task, heading, 'NOT_ALLOWED', '本人の対応事項に職員は入力できません。', 'What the client does has no other owner.')];
  if (task.ownerKind === 'AGENCY' && named && task.status === 'OFFERED')
    return [
      at(task, heading, 'NOT_ALLOWED', '依頼中の間、機関の対応事項に職員は入力できません。', 'What an agency is offered has no owner yet.'),
    ];
  return [];
}

/** The same subject twice: two open cases of one household, most likely. */
function knownTwice(families: readonly Family[]): Problem[] {
  const seen = new Map<string, LedgerMember>();
  return families.flatMap(({ members }) => {
    const subject = members.find(({ relation }) => relation === 'SUBJECT');
    if (!subject?.bornOn) return [];
    const key = `${subject.kana} ${subject.bornOn}`;
    const first = seen.get(key);
    seen.set(key, first ?? subject);
    if (!first) return [];
    const { heading } = SHEETS.members.columns.kana;
    return [
      at(
        subject,
        heading,
        'CONFLICT',
        `同じ読みと生年月日の本人が${first.row}行目にいます。`,
        `Row ${first.row} has a support subject of the same reading and birth date.`,
      ),
    ];
  });
}
