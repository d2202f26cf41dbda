import { code } from './mutants-code.js';
import type { Mutant } from './mutants-sql.js';

/* The policy with one rule wrong. */

const grant = (subject: string, conditions: string) => `grant(because, 'read', '${subject}', ${conditions}),`;
const atRead = `{ ...where, category: at('READ') }`;

const READING = code('permissions/reading.js', [
  ['cases are not granted', grant('SupportCase', '{ id: caseId }'), ''],
  ['cases are granted to everyone', grant('SupportCase', '{ id: caseId }'), `grant(because, 'read', 'SupportCase'),`],
  ['households are not granted', grant('Household', '{ id: householdId }'), ''],
  ['household members are not granted', grant('HouseholdMember', `{ householdId, category: at('READ') }`), ''],
  [
    'household members in every category',
    grant('HouseholdMember', `{ householdId, category: at('READ') }`),
    grant('HouseholdMember', '{ householdId }'),
  ],
  [
    'household members from the headline on',
    grant('HouseholdMember', `{ householdId, category: at('READ') }`),
    grant('HouseholdMember', `{ householdId, category: at('HEADLINE') }`),
  ],
  ['schools are not granted', grant('Schooling', `{ householdId, category: at('READ') }`), ''],
  ['schools in every category', grant('Schooling', `{ householdId, category: at('READ') }`), grant('Schooling', '{ householdId }')],
  ['contact data is not granted', grant('ContactDetail', `{ householdId, category: at('READ') }`), ''],
  [
    'contact data in every category',
    grant('ContactDetail', `{ householdId, category: at('READ') }`),
    grant('ContactDetail', '{ householdId }'),
  ],
  [
    'contact data from the headline on',
    grant('ContactDetail', `{ householdId, category: at('READ') }`),
    grant('ContactDetail', `{ householdId, category: at('HEADLINE') }`),
  ],
  ['what is confined is everybody’s', 'CONFINABLE.has(given.subject) ? {', 'false ? {'],
  [
    'members of one session are members of every one',
    'confinedTo: { $in: meetings.map((meeting)=>meeting.sessionId) }',
    'confinedTo: { $ne: null }',
  ],
  ['members speak of what no statute covers', '...known(table, who, level, covers)', '...categoriesAt(table, who, level)'],
  ['members are not told', '...groups(actor.meetings).flatMap(', '...groups([]).flatMap('],
  ['members with the row of the key person', 'actor.meetings.filter((meeting)=>meeting.isKeyPerson)', 'actor.meetings'],
  [
    'who looks sees every category',
    '()=>access.categories',
    `()=>['LIFE', 'HEALTH', 'EMPLOYMENT', 'EDUCATION', 'CHILD', 'INCOME', 'HOUSING', 'FAMILY', 'SAFETY', 'IDENTITY', 'CONSULTATION']`,
  ],
  ['who looks sees nothing but what coordinates', '()=>access.categories', '()=>[]'],
  ['what coordinates is not granted', '...COORDINATING.map', '...[].map'],
  ['who answers for what is not granted', '...RESPONSIBILITY.map', '...[].map'],
  [
    'headlines in every category',
    `...RESPONSIBILITY.map((subject)=>grant(because, 'read', subject, { ...where, category: at('HEADLINE') })),`,
    `...RESPONSIBILITY.map((subject)=>grant(because, 'read', subject, { ...where })),`,
  ],
  [
    'headlines only where records are read',
    `...RESPONSIBILITY.map((subject)=>grant(because, 'read', subject, { ...where, category: at('HEADLINE') })),`,
    `...RESPONSIBILITY.map((subject)=>grant(because, 'read', subject, ${atRead})),`,
  ],
  [
    'records in every category',
    `...CONTENT.map((subject)=>grant(because, 'read', subject, ${atRead})),`,
    `...CONTENT.map((subject)=>grant(because, 'read', subject, { ...where })),`,
  ],
  [
    'records from the headline on',
    `...CONTENT.map((subject)=>grant(because, 'read', subject, ${atRead})),`,
    `...CONTENT.map((subject)=>grant(because, 'read', subject, { ...where, category: at('HEADLINE') })),`,
  ],
  ['results are not granted', grant('Note', atRead), ''],
  ['results from the headline on', grant('Note', atRead), grant('Note', `{ ...where, category: at('HEADLINE') }`)],
  ['reasons are not granted', grant('Note', `{ ...where, category: at('HEADLINE'), kind: 'REASON' }`), ''],
  [
    'reasons in every category',
    grant('Note', `{ ...where, category: at('HEADLINE'), kind: 'REASON' }`),
    grant('Note', `{ ...where, kind: 'REASON' }`),
  ],
  ['entries of what is read are not granted', grant('TrailEntry', atRead), ''],
  ['entries in every category', grant('TrailEntry', atRead), grant('TrailEntry', '{ ...where }')],
  ['entries of headlines are not granted', `aboutType: { $in: RESPONSIBILITY }`, `aboutType: { $in: [] }`],
  [
    'entries of everything from the headline on',
    `category: at('HEADLINE'), aboutType: { $in: RESPONSIBILITY }`,
    `category: at('HEADLINE')`,
  ],
  ['need to know without a basis', '.filter((category)=>shared.includes(category))', ''],
]);

const GRANTS = code('permissions/rules.js', [
  ['any place of a group counts as one', 'groupBy(places, ({ shared })=>shared.join())', `groupBy(places, ()=>'')`],
  ['the row of the key person for everyone', 'actor.seats.filter((seat)=>seat.isKeyPerson)', 'actor.seats'],
  ['the row of the key person for nobody', 'actor.seats.filter((seat)=>seat.isKeyPerson)', '[]'],
  [
    'the key person as their profession only',
    `asNeeded(AS_KEY_PERSON, table, 'KEY_PERSON', same)`,
    `asNeeded(AS_KEY_PERSON, table, 'CLERK', same)`,
  ],
  ['managers see no case', `alike(actor.overseen).flatMap((same)=>asNeeded(AS_MANAGER, table, 'MANAGER', same))`, '[]'],
  ['managers read as caseworkers', `asNeeded(AS_MANAGER, table, 'MANAGER', same)`, `asNeeded(AS_MANAGER, table, 'CASEWORKER', same)`],
  ['no inbox cursor', `grant(AS_CONCERNED, 'read', 'InboxCursor', own),`, ''],
  ['one’s own entries of every case', '{ ...trailWithoutCase, actorId: actor.staffId }', '{ actorId: actor.staffId }'],
  [
    'no entries of one’s own',
    '{ ...trailWithoutCase, actorId: actor.staffId }',
    `{ ...trailWithoutCase, actorId: '00000000-0000-4000-a000-000000000000' }`,
  ],
  ['officers do not see the life of the system', `if (holds(actor, 'INFORMATION_OFFICER')) return whole(AS_OFFICER);`, ''],
  ['everyone sees the life of the system', `if (holds(actor, 'MANAGER')) return`, 'return'],
  [
    'a pool may be answered by any agency',
    `{ ...place, ownerKind: 'AGENCY', staffId: null }`,
    `{ caseId: place.caseId, ownerKind: 'AGENCY', staffId: null }`,
  ],
]);

const LOOKING = [
  ...code('permissions/looking.js', [
    ['who answers is not told who looked', `grant(because, 'read', 'ExtraordinaryAccess', { caseId }),`, ''],
    ['who answers is not told why somebody looked', `grant(because, 'read', 'Note', { caseId, kind: 'ACCESS' }),`, ''],
    ['who answers reads every note', `{ caseId, kind: 'ACCESS' }`, '{ caseId }'],
    ['who answers does not learn who read what', `grant(because, 'oversee', 'AccessEntry', { caseId })`, ''],
    ['people judge themselves', 'staffId: { $ne: staffId }', 'staffId: { $ne: null }'],
    ['who looked forgets it', `grant(AS_CONCERNED, 'read', 'ExtraordinaryAccess', own),`, ''],
    ['who looked is not told why', `grant(AS_CONCERNED, 'read', 'Note', { id: { $in: noteIds } }),`, ''],
    [
      'who looked reads everybody’s accesses',
      `grant(AS_CONCERNED, 'read', 'ExtraordinaryAccess', own)`,
      `grant(AS_CONCERNED, 'read', 'ExtraordinaryAccess')`,
    ],
    ['who looked does not hear how it went on', 'aboutId: { $in: accessIds }', 'aboutId: { $in: [] }'],
  ]),
  ...code('permissions/rules.js', [
    ['an access opens nothing', '...actor.extraordinary.flatMap(inExtraordinaryCase),', ''],
    ['conflicts are told to nobody who decides', `grant(because, 'read', 'ConflictOfInterest', { caseId }),`, ''],
    ['conflicts are told to everyone who decides anywhere', `'ConflictOfInterest', { caseId }),`, `'ConflictOfInterest'),`],
    ['entries of conflicts are not told', `{ caseId, aboutType: 'ConflictOfInterest' }`, `{ caseId, aboutType: 'x' }`],
    ['nobody is told of the other party elsewhere', `kind: 'other-party.came-elsewhere'`, `kind: 'x'`],
    [
      'key persons are told all of the other party',
      `aboutType: 'OtherParty', kind: 'other-party.came-elsewhere'`,
      `aboutType: 'OtherParty'`,
    ],
  ]),
];

const SERIES = code('permissions/series.js', [
  [
    'a series shows every case on its agenda',
    `grant(because, 'read', subject, { caseId: null, seriesId })`,
    `grant(because, 'read', subject, { seriesId })`,
  ],
  ['members do not see their series', `grant(because, 'read', 'MeetingSeries', { id: seriesId }),`, ''],
  ['members do not see one another', `'SeriesMember', 'SeriesTarget',`, `'SeriesTarget',`],
  ['series are for everyone', `grant(because, 'read', 'MeetingSeries', { id: seriesId })`, `grant(because, 'read', 'MeetingSeries')`],
  ['managers of the host see no series', '...reading(AS_MANAGER, managedSeriesIds),', ''],
  ['guests see nothing', '...asGuest(actor),', ''],
  ['guests see every session', '{ caseId: null, id: sessionId }', `{ caseId: null, id: { $ne: null } }`],
  [
    'guests see each case on the agenda',
    `grant(AS_PARTICIPANT, 'read', subject, { caseId: null, sessionId })`,
    `grant(AS_PARTICIPANT, 'read', subject, { sessionId })`,
  ],
  ['what a series does is the life of the system', '{ caseId: null, seriesId: null }', '{ caseId: null }'],
]);

const TABLE = code('permissions/need-to-know.js', [
  ['nurses read contact data no more', `row('w w - - w - h r h r -')`, `row('w w - - w - h r h - -')`],
  ['counsellors learn of health no more', `row('r w - - h - - r r - -')`, `row('r - - - h - - r r - -')`],
  ['key persons read health', `row('r h r r r r r r h r r')`, `row('r r r r r r r r h r r')`],
  ['managers read safety', `row('h h h h h h h h h h h')`, `row('h h h h h h h h r h h')`],
  [
    'every level reaches the next',
    'LEVELS.indexOf(level) >= LEVELS.indexOf(needed)',
    'LEVELS.indexOf(level) + 1 >= LEVELS.indexOf(needed)',
  ],
  ['no level reaches itself', 'LEVELS.indexOf(level) >= LEVELS.indexOf(needed)', 'LEVELS.indexOf(level) > LEVELS.indexOf(needed)'],
  ['the municipality’s own cells are forgotten', 'if (cells.length === 0) return NEED_TO_KNOW;', 'return NEED_TO_KNOW;'],
]);

const SIGNING_IN = code('permissions/signing-in.js', [
  ['everybody’s sessions', `grant(AS_CONCERNED, 'read', 'Session', own)`, `grant(AS_CONCERNED, 'read', 'Session')`],
  ['everybody’s accounts', `grant(AS_CONCERNED, 'read', 'Account', own)`, `grant(AS_CONCERNED, 'read', 'Account')`],
  ['everybody’s second factors', `grant(AS_CONCERNED, 'read', 'SecondFactor', own)`, `grant(AS_CONCERNED, 'read', 'SecondFactor')`],
  ['no tokens of one’s own', `grant(AS_CONCERNED, 'read', 'ApiToken', own),`, ''],
  ['administrators for everybody', `profession === 'SYSTEM_ADMINISTRATOR'`, `profession !== ''`],
]);

/** Everything that is wrong with what somebody is granted. */
export const RULES: readonly Mutant[] = [...READING, ...GRANTS, ...SIGNING_IN, ...LOOKING, ...SERIES, ...TABLE];
