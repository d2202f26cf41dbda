import { conflict, invalid, notFound, Refusal, tooMany, type FieldFault, type Sentence } from '../refusal.js';

/** Says that a text gives a shielded address away, without saying what of it does. */
const SHIELDED_WORDS: Sentence = {
  ja: '支援措置で非公開の連絡先が含まれています。取り除いてください。',
  en: 'This contains contact data that is shielded. Please take it out.',
};

/** What it means to people when the database itself refuses, by the name of its constraint. */
const MEANINGS: Readonly<Record<string, Sentence>> = {
  one_active_case_per_household: { ja: 'この世帯には進行中のケースがあります。', en: 'This household already has an open case.' },
  one_live_seat_per_person: { ja: 'この人はすでにこのケースの担当者です。', en: 'This person already has a seat on the case.' },
  one_key_person_at_a_time: { ja: 'キーパーソンは常に一人です。', en: 'A case has exactly one key person at any time.' },
  key_person_has_no_gap: { ja: 'キーパーソンを空席にはできません。', en: 'A case cannot be without a key person.' },
  owner_has_a_seat: {
    ja: 'このケースに席のない人には任せられません。',
    en: 'Someone without a seat on the case cannot be made responsible.',
  },
  leaver_leaves_no_orphan: {
    ja: '先に担当している対応事項とキーパーソンの役割を引き継いでください。',
    en: 'Please hand over their tasks and the role of key person first.',
  },
  posting_ends_without_seats: {
    ja: 'この配置で担当しているケースがあります。先に引き継いでください。',
    en: 'Cases are still held in this posting. Please hand them over first.',
  },
  one_handover_at_a_time: { ja: 'すでに引き継ぎの申し出があります。', en: 'A hand-over has already been offered.' },
  one_postponement_at_a_time: { ja: 'すでに期限延長の申請があります。', en: 'A postponement has already been requested.' },
  one_session_at_a_time: { ja: '次のカンファレンスはすでに予定されているか、開催中です。', en: 'A session is already convened or open.' },
  one_open_session_of_a_series: { ja: 'この定例会議は開催中です。', en: 'A session of this series is open.' },
  one_membership_at_a_time: { ja: 'この人はすでに参加者です。', en: 'This person already takes part in the series.' },
  one_chair_at_a_time: { ja: '座長はすでにいます。', en: 'The series already has a chair.' },
  one_entry_at_a_time: { ja: 'このケースはすでに対象です。', en: 'The case is already on this caseload.' },
  one_delegate_each: { ja: 'すでに代理が立てられています。', en: 'Somebody already stands in for them.' },
  one_kind_at_a_time: { ja: 'この種別はすでにあります。', en: 'There already is a kind with this code.' },
  closed_session_is_frozen: { ja: '終了したカンファレンスは変更できません。', en: 'A closed session cannot be changed.' },
  invitation_session_id_staff_id_key: { ja: 'この人はすでに招待されています。', en: 'This person has already been invited.' },
  one_extraordinary_access_at_a_time: {
    ja: 'このケースの臨時の閲覧がすでに続いています。',
    en: 'You already have an extraordinary access to this case.',
  },
  one_shield_at_a_time: { ja: 'この世帯にはすでに支援措置があります。', en: 'This household is already shielded.' },
  shield_needs_two: {
    ja: '支援措置は一人では解除できません。解除を申し出た人とは別の人が確認してください。',
    en: 'A shield is never lifted by one person: somebody other than who asked has to confirm it.',
  },
  contact_detail_is_never_edited: {
    ja: '連絡先は書き換えられません。終了して、新しく登録してください。',
    en: 'A contact detail is never edited: please end it and add a new one.',
  },
  shielded_contact_is_safety: {
    ja: '支援措置の世帯の連絡先は、DV・虐待の情報としてだけ扱えます。',
    en: 'What reaches a shielded household is kept as information about violence and abuse only.',
  },
  other_party_conflict: {
    ja: 'この人は、このケースの関係者と利害関係がある可能性があります。キーパーソンが確認し、理由を添えて進めてください。',
    en: 'This person may have a conflict of interest in this case. The key person has to look into it, and may go on with a reason.',
  },
  one_plan_of_a_kind: {
    ja: '同じ種類のプランがすでに決定しています。変更案として作成してください。',
    en: 'A plan of this kind is approved already. Please draft an amendment of it.',
  },
  one_amendment_at_a_time: { ja: 'このプランの変更案がすでにあります。', en: 'An amendment of this plan has been drafted already.' },
  approved_plan_is_frozen: { ja: '決定したプランは書き換えられません。', en: 'An approved plan is never rewritten.' },
  one_priority_at_a_time: { ja: '最優先のことは常に一つです。', en: 'One thing comes first at any time.' },
  disposal_of_closed_cases: { ja: '終結していないケースは廃棄できません。', en: 'A case that is open is not disposed of.' },
  disposal_needs_two: { ja: '廃棄には二人が必要です。', en: 'A disposal needs two people: whoever proposed it does not carry it out.' },
  disposal_is_held: { ja: 'このケースの廃棄は止められています。', en: 'This case is held: it is kept until the hold is lifted.' },
  disposal_is_due: { ja: '保存期間がまだ終わっていません。', en: 'Its time of keeping is not over yet.' },
  disposal_under_no_shield: { ja: '支援措置の間は廃棄できません。', en: 'While the household is shielded nothing of it is disposed of.' },
  disposal_is_final: { ja: '廃棄の内容は変更できません。', en: 'What was proposed or carried out is not changed.' },
  one_disposal_at_a_time: {
    ja: 'このケースの廃棄はすでに提案されているか、済んでいます。',
    en: 'Its disposal was proposed or carried out already.',
  },
  hold_comes_too_late: { ja: 'このケースの記録はすでに廃棄されています。', en: 'The words of this case are gone already.' },
  one_period_at_a_time: { ja: '保存期間は一つです。', en: 'There is one period at any time.' },
  account_login_key: { ja: 'このログイン名は使われています。', en: 'This login is taken.' },
};

/** Constraints that speak of one value of the input: where it is, and what is wrong with it. */
const WRONG_VALUES: Readonly<Record<string, readonly [path: string, code: FieldFault['code'], sentence: Sentence]>> = {
  contact_detail_is_recognised: [
    'input.value',
    'FORMAT',
    {
      ja: '番地までの住所、市外局番からの電話番号、またはメールアドレスを入力してください。',
      en: 'Please give an address with its number, a telephone number with its area code, or a mail address.',
    },
  ],
  contact_detail_ends_after_it_begins: [
    'input.until',
    'OUT_OF_ORDER',
    { ja: '終了日が開始日より前です。', en: 'This ends before it begins.' },
  ],
  shielded_words_stay_out: ['input', 'NOT_ALLOWED', SHIELDED_WORDS],
};

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const ROW_SECURITY = '42501';
const CANCELLED_BY_TIMEOUT = '57014';

/** The refusal behind a fault: the fault itself when it is one, or what a database constraint means. `null` for our own bugs. */
export function refusalFor(fault: unknown): Refusal | null {
  if (fault instanceof Refusal) return fault;
  const { code, constraint } = databaseFault(fault);
  const meaning = constraint ? MEANINGS[constraint] : undefined;
  if (meaning) return conflict(meaning);
  const wrong = constraint ? WRONG_VALUES[constraint] : undefined;
  if (wrong) return invalid(...wrong);
  if (code === FOREIGN_KEY || code === ROW_SECURITY) return notFound();
  if (code === CANCELLED_BY_TIMEOUT) return tooMany();
  if (code === UNIQUE) return conflict({ ja: 'すでに登録されています。', en: 'This already exists.' });
  return null;
}

/** The SQLSTATE and constraint behind a fault of the database. */
export function databaseFault(fault: unknown): { code?: string; constraint?: string; column?: string } {
  return fault instanceof Error ? (fault as { code?: string; constraint?: string; column?: string }) : {};
}

/**
 * A refused text, at the place of the input that it came from. The database says which column refused it, never the text;
 * `values` are those that were to be written, by column. Any other fault comes back as it is.
 */
export function placed(fault: unknown, values: Readonly<Record<string, unknown>>, input: unknown): unknown {
  const { constraint, column } = databaseFault(fault);
  if (constraint !== 'shielded_words_stay_out' || !column) return fault;
  return invalid(pathOf(values[column], input, 'input') ?? 'input', 'NOT_ALLOWED', SHIELDED_WORDS);
}

/** Where in an input a text stands; `null` when it came from somewhere else. */
function pathOf(text: unknown, within: unknown, path: string): string | null {
  if (typeof text === 'string' && within === text) return path;
  if (typeof within !== 'object' || within === null) return null;
  for (const [name, below] of Object.entries(within)) {
    const found = pathOf(text, below, `${path}.${name}`);
    if (found) return found;
  }
  return null;
}
