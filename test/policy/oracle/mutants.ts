import { code } from './mutants-code.js';
import { RULES } from './mutants-rules.js';
import { FACTS, ROW_SECURITY, RULES_OUT, type Mutant } from './mutants-sql.js';

export type { Mutant };

const OPERATORS = code('permissions/to-sql.js', [
  ['$in turned around', '`${column.sql} = any (${several', '`${column.sql} <> all (${several'],
  ['$in forgets null', 'return hasNull ? `(${column.sql} is null or ${listed})` : listed;', 'return listed;'],
  [
    '$eq turned around',
    '`${column.sql} is null` : `${column.sql} = ${value()}`',
    '`${column.sql} is null` : `${column.sql} <> ${value()}`',
  ],
  [
    '$eq null turned around',
    `if (operator === '$eq') return wanted === null ? \`\${column.sql} is null\``,
    `if (operator === '$eq') return wanted === null ? \`\${column.sql} is not null\``,
  ],
  ['$ne turned around', '${column.sql} is distinct from ${value()}', '${column.sql} is not distinct from ${value()}'],
  ['$ne forgets null', '${column.sql} is distinct from ${value()}', '${column.sql} <> ${value()}'],
  ['$ne null turned around', `\`\${column.sql} is not null\``, `\`\${column.sql} is null\``],
  ['$gt as $gte', `$gt: '>'`, `$gt: '>='`],
  ['$gte as $gt', `$gte: '>='`, `$gte: '>'`],
  ['$lt as $lte', `$lt: '<'`, `$lt: '<='`],
  ['$lte as $lt', `$lte: '<='`, `$lte: '<'`],
  ['conditions in or instead of and', `parts.join(' and ')`, `parts.join(' or ')`],
  ['grants in and instead of or', `.join(' or ')})\``, `.join(' and ')})\``],
  ['nothing granted is everything', `return 'false'`, `return 'true'`],
]);

const DOORS = [
  ...code('database/selection.js', [
    [
      'links go around the rules',
      `this.granted('read', type, columnOf, known)`,
      `join ? 'true' : this.granted('read', type, columnOf, known)`,
    ],
    [
      'lists go around the rules',
      `this.granted('read', type, columnOf, known)`,
      `join ? this.granted('read', type, columnOf, known) : 'true'`,
    ],
    [
      'what is counted goes around the rules',
      `this.granted('read', target, theirs, this.knownBeyond(type, { direction: 'back', by }))`,
      `'true'`,
    ],
    ['lists forget what may be done', '...choice.may ? [', '...false ? ['],
    ['links lead to everything', '...join ? [ join(alias) ] : [],', ''],
  ]),
  ...code('database/scope.js', [
    ['the door for writing goes around the rules', '${chosen} and ${rules}', '${chosen} and (true or ${rules})'],
  ]),
  ...code('permissions/implied.js', [
    ['each grant is said by another', `Object.entries(wide).every(`, `true || Object.entries(wide).every(`],
    ['all is known of a row', `!isWithin(known[property], wanted)`, `!known[property]`],
    ['one of several grounds holds for all', `more.length === 0`, `true`],
  ]),
  ...code('permissions/ability.js', [['CASL says yes', 'can(action, subject, row) {', 'can(action, subject, row) { return true;']]),
];

const SOCKETS = [
  ...code(
    'live/watching.js',
    [
      ['catching up without asking the rules', 'missed.filter((entry)=>description.sees(entry))', 'missed'],
      ['anyone may watch any case', `!watcher.person.description?.ability.can('read', 'SupportCase', { id: request.caseId })`, 'false'],
      ['anyone may watch any session', `described.ability.can('read', 'ConferenceSession', session)`, 'true'],
    ],
    'sockets',
  ),
  ...code(
    'live/delivery.js',
    [
      ['pointing without asking the rules', 'description.sees(entry)', 'true'],
      ['pointing to the inbox only', 'this.watchers.at(caseId)', '[]'],
      ['nobody is told that they see a case no more', `watcher.socket.emit('dropped', { caseId });`, ''],
      ['everybody is told that they see a case no more', `if (ability?.can('read', 'SupportCase', { id: caseId })) continue;`, ''],
      ['the inbox takes everything', 'this.people.addressedBy(to)', 'this.people.list()'],
      ['the inbox takes nothing', 'this.people.addressedBy(to)', '[]'],
      ['whom a change concerns is not described anew', 'if (people.size > 0)', 'if (false)'],
    ],
    'sockets',
  ),
  ...code(
    'live/description.js',
    [['everybody is taken to be alike', `remaining(this.ability.grantsTo('read', 'TrailEntry'), scope.columns)`, `''`]],
    'sockets',
  ),
  ...code(
    'live/standing.js',
    [['who was described stands until something changes, whatever the clock says', 'and moment.at < asked.until', '']],
    'sockets',
  ),
  ...code(
    'permissions/alike.js',
    [['people are alike whatever their categories', 'if (holds === null) open.push([ column, condition ]);', '']],
    'sockets',
  ),
  ...code(
    'live/circle.js',
    [['a change concerns nobody but whom it names', 'places.some((id)=>description.reached.has(id))', 'false']],
    'sockets',
  ),
];

/** Not a mutant of its own, but the build in which the second lock has to hold by itself. */
const LONE_LOCK: Mutant = { name: 'the rules taken out of the queries', changes: [RULES_OUT], lock: 'rows' };

export const MUTANTS: readonly Mutant[] = [...RULES, ...OPERATORS, ...DOORS, ...SOCKETS, ...FACTS, ...ROW_SECURITY];

export function mutantNamed(name: string): Mutant {
  const found = [...MUTANTS, LONE_LOCK].find((mutant) => mutant.name === name);
  if (!found) throw new Error(`There is no mutant called "${name}".`);
  return found;
}
