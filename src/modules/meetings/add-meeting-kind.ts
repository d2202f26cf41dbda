import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid, type Sentence } from '../../refusal.js';
import { Agency } from '../people/agency.entity.js';
import { Profession } from '../people/posting.entity.js';
import { AgendaSource, Cadence, Matter, MeetingKind, MeetingStatute, MeetingSubject } from './meeting-kind.entity.js';

@InputType()
export class AddMeetingKindInput {
  @Field(() => ShortText, { description: 'Its short name: 3 to 61 capital letters, figures and underscores.' }) code: string;
  @Field(() => ShortText) nameJa: string;
  @Field(() => ShortText) nameEn: string;
  @Field(() => ShortText, { description: 'The municipality, programme or statute that it comes from.' }) source: string;
  @Field(() => MeetingSubject) subject: keyof typeof MeetingSubject;
  @Field({ defaultValue: false }) needsConsent: boolean;
  @Field(() => MeetingStatute, { nullable: true }) statute?: keyof typeof MeetingStatute | null;
  @Field(() => Int, { nullable: true }) cadenceTimes?: number | null;
  @Field(() => Cadence, { nullable: true }) cadencePer?: keyof typeof Cadence | null;
  @Field(() => [Profession], { defaultValue: [] }) mandatoryProfessions: (keyof typeof Profession)[];
  @Field(() => [Uuid], { defaultValue: [] }) mandatoryAgencyIds: string[];
  @Field(() => [Matter], { defaultValue: [], description: 'What needs the mandatory members; all that it decides, unless told otherwise.' })
  needsMandatory: (keyof typeof Matter)[];
  @Field(() => [Matter]) decides: (keyof typeof Matter)[];
  @Field(() => ShortText, { defaultValue: '座長' }) chairTitle: string;
  @Field(() => [Profession], { defaultValue: [] }) chairProfessions: (keyof typeof Profession)[];
  @Field(() => [Profession], { defaultValue: [] }) recorderProfessions: (keyof typeof Profession)[];
  @Field(() => Int, { nullable: true, description: '1 to 100.' }) quorumPercent?: number | null;
  @Field(() => AgendaSource, { defaultValue: 'NOTHING' }) brings: keyof typeof AgendaSource;
  @Field({ defaultValue: false }) takesProposals: boolean;
  @Field(() => Int, { defaultValue: 5, description: '1 to 100.' }) retentionYears: number;
  @Field(() => ShortText, { description: 'Why it is set so.' }) reason: string;
}

@InputType()
export class ReviseMeetingKindInput extends AddMeetingKindInput {
  @Field(() => Int, { description: 'The version of the kind as it stands.' }) version: number;
}

/**
 * Adds a kind of meeting of the municipality's own. `CONFLICT` when there is one with that code; `INVALID` for values that contradict each
 * other, and for a statute over a caseload: each of its cases would widen to everyone there.
 */
export async function addMeetingKind(work: Work, input: AddMeetingKindInput): Promise<MeetingKind> {
  work.must('change', {}, MeetingKind);
  if (await work.scope.first(MeetingKind, { code: input.code, until: null }))
    throw conflict({ ja: 'この種別はすでにあります。', en: 'There already is a kind with this code.' });
  const kind = await setKind(work, input);
  work.record('meeting-kind.added', kind);
  return kind;
}

/** Changes a kind from now on, also one that ships. Sessions that were convened before keep the kind as it was. Errors as of `addMeetingKind`. */
export async function reviseMeetingKind(work: Work, input: ReviseMeetingKindInput): Promise<MeetingKind> {
  work.must('change', {}, MeetingKind);
  const current = await work.scope.first(MeetingKind, { code: input.code, until: null });
  if (!current) throw invalid('input.code', 'UNKNOWN', { ja: 'この会議の種別はありません。', en: 'There is no such kind of meeting.' });
  const before = await work.lock(MeetingKind, current.id, input.version);
  if (before.subject !== input.subject)
    throw invalid('input.subject', 'NOT_ALLOWED', {
      ja: '一つのケースの会議と複数のケースの会議は入れ替えられません。',
      en: 'A meeting about one case does not become one about a caseload.',
    });
  await work.save(before, { until: work.now });
  const kind = await setKind(work, input);
  work.record('meeting-kind.revised', kind);
  return kind;
}

async function setKind(work: Work, input: AddMeetingKindInput): Promise<MeetingKind> {
  const { reason, needsMandatory, ...given } = defaults(input);
  refuseContradictions({ reason, needsMandatory, ...given });
  const agencies = await work.scope.find(Agency, { id: { $in: given.mandatoryAgencyIds }, closedOn: null });
  if (agencies.length < new Set(given.mandatoryAgencyIds).size)
    throw invalid('input.mandatoryAgencyIds', 'UNKNOWN', { ja: 'この機関はありません。', en: 'There is no such agency.' });
  return work.insert(MeetingKind, {
    ...given,
    needsMandatory: hasMandatory(given) && needsMandatory.length === 0 ? given.decides : needsMandatory,
    reason,
    staffId: work.staff.staffId,
    since: work.now,
    until: null,
  });
}

/** The input as its columns. */
const defaults = (input: AddMeetingKindInput) => ({
  code: input.code,
  nameJa: input.nameJa,
  nameEn: input.nameEn,
  source: input.source,
  subject: input.subject,
  needsConsent: input.needsConsent,
  statute: input.statute ?? null,
  cadenceTimes: input.cadenceTimes ?? null,
  cadencePer: input.cadencePer ?? null,
  mandatoryProfessions: input.mandatoryProfessions,
  mandatoryAgencyIds: input.mandatoryAgencyIds,
  needsMandatory: input.needsMandatory,
  decides: input.decides,
  chairTitle: input.chairTitle,
  chairProfessions: input.chairProfessions,
  recorderProfessions: input.recorderProfessions,
  quorumPercent: input.quorumPercent ?? null,
  brings: input.brings,
  takesProposals: input.takesProposals,
  retentionYears: input.retentionYears,
  reason: input.reason,
});
type Given = ReturnType<typeof defaults>;

const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;
const isBeyond = (value: number | null, most: number) => value !== null && (value < 1 || value > most);
const hasMandatory = ({ mandatoryProfessions, mandatoryAgencyIds }: Pick<Given, 'mandatoryProfessions' | 'mandatoryAgencyIds'>) =>
  mandatoryProfessions.length + mandatoryAgencyIds.length > 0;

/** What contradicts itself: the field, when, and why. */
const CONTRADICTIONS: readonly (readonly [keyof Given, (given: Given) => boolean, Sentence])[] = [
  [
    'statute',
    (given) => given.subject === 'CASELOAD' && given.statute !== null,
    {
      ja: '複数のケースの会議に、同意によらない根拠は付けられません。各ケースの情報が全員に広がってしまうためです。',
      en: 'A meeting over a caseload cannot speak under a statute: each case would widen to everyone there.',
    },
  ],
  [
    'statute',
    (given) => given.needsConsent && given.statute !== null,
    { ja: '同意を要する会議に、同意によらない根拠は付けられません。', en: 'A meeting either needs consent or speaks under a statute.' },
  ],
  [
    'brings',
    (given) => given.subject === 'ONE_CASE' && given.brings !== 'NOTHING',
    { ja: '一つのケースの会議には対象のケースの一覧がありません。', en: 'A meeting about one case has no caseload.' },
  ],
  [
    'cadencePer',
    (given) => (given.cadenceTimes === null) !== (given.cadencePer === null),
    { ja: '回数と期間は両方指定してください。', en: 'Please say how many times in which period.' },
  ],
  ['cadenceTimes', (given) => isBeyond(given.cadenceTimes, 366), { ja: '回数は1から366までです。', en: 'This is 1 to 366.' }],
  ['quorumPercent', (given) => isBeyond(given.quorumPercent, 100), { ja: '割合は1から100までです。', en: 'This is 1 to 100.' }],
  ['retentionYears', (given) => isBeyond(given.retentionYears, 100), { ja: '年数は1から100までです。', en: 'This is 1 to 100.' }],
  [
    'needsMandatory',
    (given) => given.needsMandatory.some((matter) => !given.decides.includes(matter)),
    { ja: 'この会議では決定しない事項です。', en: 'This meeting does not decide that.' },
  ],
  [
    'needsMandatory',
    (given) => given.needsMandatory.length > 0 && !hasMandatory(given),
    { ja: '必ず参加する職種か機関を選んでください。', en: 'Please say who has to come.' },
  ],
  [
    'decides',
    (given) => given.decides.length === 0 && hasMandatory(given),
    { ja: '決定しない会議に、必ず参加する構成員は付けられません。', en: 'A meeting that decides nothing needs nobody for it.' },
  ],
];

/** `INVALID` for a code that is none, and for values that contradict each other. */
function refuseContradictions(given: Given): void {
  if (!CODE.test(given.code))
    throw invalid('input.code', 'FORMAT', {
      ja: '英大文字・数字・下線で入力してください。',
      en: 'Please use capital letters, figures and underscores.',
    });
  for (const [field, isWrong, sentence] of CONTRADICTIONS) if (isWrong(given)) throw invalid(`input.${field}`, 'NOT_ALLOWED', sentence);
}
