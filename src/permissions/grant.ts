import type { Action } from './actions.js';
import type { Sentence } from '../refusal.js';
import type { Conditions, Grant } from './rules.js';
import type { SubjectName } from './subjects.js';

/** As what somebody is granted something: the short name of the sentence, as the access log keeps it. */
export const GRANTED_AS = [
  'STAFF',
  'SEAT',
  'MEETING',
  'SERIES',
  'KEY_PERSON',
  'MANAGER',
  'ADMINISTRATOR',
  'INFORMATION_OFFICER',
  'CONCERNED',
  'BREAK_GLASS',
  'OVERSIGHT',
] as const;

/** Why a grant holds, in words and for the access log; through which extraordinary access, where it is one. */
export interface Because extends Sentence {
  readonly as?: (typeof GRANTED_AS)[number];
  readonly accessId?: string;
}

export const AS_STAFF: Because = { as: 'STAFF', ja: '職員として', en: 'as a member of staff' };
export const AS_SEATED: Because = { as: 'SEAT', ja: 'このケースの担当者として', en: 'as someone on this case' };
export const AS_MEMBER: Because = { as: 'MEETING', ja: '会議の構成員として', en: 'as a member of the meeting' };
export const AS_PARTICIPANT: Because = { as: 'SERIES', ja: '定例会議の参加者として', en: 'as someone in this series of meetings' };
export const AS_CHAIR: Because = { as: 'SERIES', ja: '定例会議の座長または記録者として', en: 'as chair or recorder of the series' };
export const AS_KEY_PERSON: Because = { as: 'KEY_PERSON', ja: 'キーパーソンとして', en: 'as key person' };
export const AS_MANAGER: Because = { as: 'MANAGER', ja: '機関の管理者として', en: 'as a manager of the agency' };
export const AS_ADMINISTRATOR: Because = { as: 'ADMINISTRATOR', ja: 'システム管理者として', en: 'as a system administrator' };
export const AS_OFFICER: Because = { as: 'INFORMATION_OFFICER', ja: '個人情報保護担当として', en: 'as an information officer' };
export const AS_CONCERNED: Because = { as: 'CONCERNED', ja: '本人として', en: 'as the person concerned' };

/** One grant, with why it holds. */
export const grant = (because: Because, action: Action, subject: SubjectName, conditions?: Conditions): Grant => ({
  action,
  subject,
  conditions,
  because,
});
