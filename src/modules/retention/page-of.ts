import { inJapan } from '../responsibility/sentence-of.js';
import type { HeldAbout, HeldRow } from './held-about.js';

/** What tables are called on the page; one that is not named here stands under its own name. */
const TITLES: Readonly<Record<string, string>> = {
  support_case: 'ケース',
  household: '世帯',
  household_member: '世帯員',
  schooling: '通学先・保育園等',
  contact_detail: '連絡先',
  record: '支援経過記録',
  note: '理由・結果の文',
  attachment: '添付ファイル',
  consent: '本人同意',
  basis: '情報を知る根拠',
  basis_end: '根拠の終了',
  conference: 'カンファレンス',
  conference_session: 'カンファレンスの回',
  invitation: '招待・出欠',
  agenda_item: '議題',
  statement: '情報共有',
  issue: '課題',
  role_allocation: '役割分担',
  decision: '決定事項',
  minutes: '会議録',
  minutes_confirmation: '会議録の確認',
  minutes_correction: '会議録の訂正',
  task: '対応事項',
  postponement: '期限延長',
  support_plan: '支援プラン',
  plan_step: 'プランの取組',
  plan_review: 'プランの見直し',
  priority_term: '優先',
  appointment: '面談の予定',
  seat: '担当者',
  key_person_term: 'キーパーソン',
  key_person_handover: 'キーパーソンの引き継ぎ',
  address_shield: '支援措置',
  other_party: '相手方',
  conflict_of_interest: '利害関係の可能性',
  extraordinary_access: '臨時の閲覧',
  caseload_entry: '定例会議の対象',
};
/** What columns are called; the rest stand under their own names. */
const FIELDS: Readonly<Record<string, string>> = {
  name: '氏名・名称',
  kana: 'よみ',
  born_on: '生年月日',
  body: '内容',
  what: '内容',
  goal: '目標',
  findings: '所見',
  reason: '理由',
  headline: '見出し',
  number: '番号',
  value: '連絡先',
  school_name: '学校・園の名前',
  place: '場所',
  category: '情報区分',
  kind: '種類',
  status: '状態',
  staff_id: '職員',
  agency_id: '機関',
  due_on: '期限',
  happened_on: '日付',
  written_at: '記入日時',
  since: '開始',
  until: '終了',
  at: '日時',
  about_type: '閲覧されたもの',
  fields: '項目',
  channel: '経路',
  content: '中身の取り出し先',
  actor: '行った人',
};
const LEFT_OUT = new Set(['id', 'version', 'via', 'print', 'commandId', 'ordinal', 'state', 'data', 'to']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Everything that is held about a household as one page to read and to print, in Japanese. It asks for nothing from anywhere. */
export function pageOf({ rows, readings, trail, names }: HeldAbout, at: Date): string {
  const said = (value: unknown): string => {
    const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('、') : JSON.stringify(value);
    return INSTANT.test(text) ? inJapan(text) : (names[text] ?? text);
  };
  const told = (row: HeldRow) =>
    Object.entries(row)
      .filter(([field, value]) => !LEFT_OUT.has(field) && value !== null && !(field.endsWith('_id') && !names[value as string]))
      .map(([field, value]) => `<div><dt>${escaped(FIELDS[field] ?? field)}</dt><dd>${escaped(said(value))}</dd></div>`)
      .join('');
  const section = (title: string, held: readonly HeldRow[]) =>
    `<section><h2>${escaped(title)}（${held.length}件）</h2>${held.map((row) => `<dl>${told(row)}</dl>`).join('')}</section>`;
  const parts = Object.keys({ ...TITLES, ...rows }).flatMap((table) => (rows[table] ? [section(TITLES[table] ?? table, rows[table])] : []));
  const body = [...parts, section('閲覧記録', readings), section('経過の記録', trail)].join('\n');
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>保有個人情報の一覧</title><style>${STYLE}</style>
<h1>保有個人情報の一覧</h1><p>作成日時 ${inJapan(at)}。開示できない情報（第三者の情報など）が含まれていないか、渡す前に確認してください。添付ファイルは、それぞれの「中身の取り出し先」から、書き出しの有効な一時間のうちに取り出してください。</p>
${body}</html>`;
}

const STYLE = `body{font:16px/1.7 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}h2{border-bottom:1px solid;margin-top:2rem}
dl{margin:0;padding:.5rem 0;border-bottom:1px dotted}dl div{display:flex;gap:1rem}dt{flex:0 0 10rem;color:#555}dd{margin:0;white-space:pre-wrap}`;
