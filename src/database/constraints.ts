import { QueryFailedError } from 'typeorm';
import { conflict, notFound, Refusal, tooMany, type Sentence } from '../refusal.js';

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
  closed_session_is_frozen: { ja: '終了したカンファレンスは変更できません。', en: 'A closed session cannot be changed.' },
  invitation_session_id_staff_id_key: { ja: 'この人はすでに招待されています。', en: 'This person has already been invited.' },
  one_extraordinary_access_at_a_time: {
    ja: 'このケースの臨時の閲覧がすでに続いています。',
    en: 'You already have an extraordinary access to this case.',
  },
  account_login_key: { ja: 'このログイン名は使われています。', en: 'This login is taken.' },
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
  if (code === FOREIGN_KEY || code === ROW_SECURITY) return notFound();
  if (code === CANCELLED_BY_TIMEOUT) return tooMany();
  if (code === UNIQUE) return conflict({ ja: 'すでに登録されています。', en: 'This already exists.' });
  return null;
}

/** The SQLSTATE and constraint behind a fault, whether it came through TypeORM or straight from the driver. */
export function databaseFault(fault: unknown): { code?: string; constraint?: string } {
  const cause: unknown = fault instanceof QueryFailedError ? fault.driverError : fault;
  return cause instanceof Error ? (cause as { code?: string; constraint?: string }) : {};
}
