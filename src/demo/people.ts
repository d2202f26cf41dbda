import type { Profession } from '../permissions/professions.js';

/** One password for everyone in the demonstration. It protects nothing: the people are fictional. */
export const DEMO_PASSWORD = 'tsunagi-demo-2026';

export type DemoAgencyKey = 'city' | 'children' | 'centre' | 'welfare' | 'assistance' | 'health' | 'hellowork';

interface DemoAgency {
  readonly key: DemoAgencyKey;
  readonly name: string;
  readonly kind: 'MUNICIPALITY' | 'DEPARTMENT' | 'OUTSIDE_BODY';
  readonly parent?: DemoAgencyKey;
}

/** 武蔵野市's own network, as its source document describes it. */
export const DEMO_AGENCIES: readonly DemoAgency[] = [
  { key: 'city', name: '武蔵野市', kind: 'MUNICIPALITY' },
  { key: 'children', name: '子ども家庭部', kind: 'DEPARTMENT', parent: 'city' },
  { key: 'centre', name: '子ども家庭支援センター', kind: 'DEPARTMENT', parent: 'children' },
  { key: 'welfare', name: '健康福祉部', kind: 'DEPARTMENT', parent: 'city' },
  { key: 'assistance', name: '生活福祉課', kind: 'DEPARTMENT', parent: 'welfare' },
  { key: 'health', name: '健康課', kind: 'DEPARTMENT', parent: 'welfare' },
  { key: 'hellowork', name: 'ハローワーク三鷹', kind: 'OUTSIDE_BODY' },
];

export type DemoLogin =
  'sato' | 'suzuki' | 'takahashi' | 'ito' | 'watanabe' | 'matsumoto' | 'kato' | 'nakamura' | 'kobayashi' | 'yamada' | 'ota';

export interface DemoPerson {
  readonly login: DemoLogin;
  readonly name: string;
  readonly kana: string;
  readonly who: string;
  readonly postings: readonly { readonly agency: DemoAgencyKey; readonly profession: Profession; readonly home?: DemoAgencyKey }[];
}

/** Fictional people with the jobs of the source document. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'sato',
    name: '佐藤 恵',
    kana: 'サトウ　メグミ',
    who: '子どものケースワーカー  child caseworker, 子ども家庭支援センター',
    postings: [{ agency: 'centre', profession: 'CHILD_CASEWORKER' }],
  },
  {
    login: 'suzuki',
    name: '鈴木 直子',
    kana: 'スズキ　ナオコ',
    who: '母子・父子自立支援員  single-parent support worker, 子ども家庭支援センター',
    postings: [
      { agency: 'centre', profession: 'SINGLE_PARENT_SUPPORT_WORKER' },
      { agency: 'centre', profession: 'WOMENS_COUNSELLOR' },
    ],
  },
  {
    login: 'takahashi',
    name: '高橋 健一',
    kana: 'タカハシ　ケンイチ',
    who: 'ケースワーカー  caseworker, 生活福祉課',
    postings: [{ agency: 'assistance', profession: 'CASEWORKER' }],
  },
  {
    login: 'ito',
    name: '伊藤 由美',
    kana: 'イトウ　ユミ',
    who: '保健師  public health nurse, 健康課',
    postings: [{ agency: 'health', profession: 'PUBLIC_HEALTH_NURSE' }],
  },
  {
    login: 'watanabe',
    name: '渡辺 誠',
    kana: 'ワタナベ　マコト',
    who: '就職支援ナビゲーター  Hello Work navigator, ハローワーク三鷹',
    postings: [{ agency: 'hellowork', profession: 'HELLO_WORK_NAVIGATOR' }],
  },
  {
    login: 'matsumoto',
    name: '松本 彩',
    kana: 'マツモト　アヤ',
    who: '就職支援ナビゲーター  Hello Work navigator, seconded to 子ども家庭支援センター',
    postings: [{ agency: 'centre', profession: 'HELLO_WORK_NAVIGATOR', home: 'hellowork' }],
  },
  {
    login: 'kato',
    name: '加藤 美咲',
    kana: 'カトウ　ミサキ',
    who: '子どものケースワーカー  child caseworker, 子ども家庭支援センター',
    postings: [{ agency: 'centre', profession: 'CHILD_CASEWORKER' }],
  },
  {
    login: 'nakamura',
    name: '中村 和子',
    kana: 'ナカムラ　カズコ',
    who: '子ども家庭部の管理者  manager, 子ども家庭部',
    postings: [{ agency: 'children', profession: 'MANAGER' }],
  },
  {
    login: 'kobayashi',
    name: '小林 隆',
    kana: 'コバヤシ　タカシ',
    who: '生活福祉課の管理者  manager, 生活福祉課',
    postings: [{ agency: 'assistance', profession: 'MANAGER' }],
  },
  {
    login: 'yamada',
    name: '山田 進',
    kana: 'ヤマダ　ススム',
    who: 'システム管理者  system administrator, 武蔵野市',
    postings: [{ agency: 'city', profession: 'SYSTEM_ADMINISTRATOR' }],
  },
  {
    login: 'ota',
    name: '太田 千尋',
    kana: 'オオタ　チヒロ',
    who: '個人情報保護担当  information officer, 武蔵野市',
    postings: [{ agency: 'city', profession: 'INFORMATION_OFFICER' }],
  },
];
