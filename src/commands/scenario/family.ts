import { randomInt } from 'node:crypto';

const FAMILY_NAMES = [
  ['青木', 'アオキ'],
  ['石川', 'イシカワ'],
  ['上原', 'ウエハラ'],
  ['大野', 'オオノ'],
  ['小池', 'コイケ'],
  ['杉本', 'スギモト'],
  ['田村', 'タムラ'],
  ['中島', 'ナカジマ'],
  ['平野', 'ヒラノ'],
  ['松井', 'マツイ'],
] as const;
const MOTHERS = [
  ['さくら', 'サクラ'],
  ['千尋', 'チヒロ'],
  ['遥', 'ハルカ'],
  ['真由', 'マユ'],
  ['優子', 'ユウコ'],
] as const;
const CHILDREN = [
  ['蓮', 'レン'],
  ['湊', 'ミナト'],
  ['結衣', 'ユイ'],
  ['陽葵', 'ヒマリ'],
] as const;

const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)]!;

interface Member {
  readonly name: string;
  readonly kana: string;
  readonly bornOn: string;
}

/** A mother and her two children, as `openCase` takes them. */
export interface Family {
  readonly subject: Member;
  readonly children: readonly (Member & { readonly schoolName: string; readonly schoolKind: string })[];
}

/** A fictional family, another one each time: the same database can hold many runs. */
export function fictionalFamily(today: string): Family {
  const [family, familyKana] = oneOf(FAMILY_NAMES);
  const first = randomInt(CHILDREN.length);
  const member = ([name, kana]: readonly [string, string], bornOn: string): Member => ({
    name: `${family} ${name}`,
    kana: `${familyKana} ${kana}`,
    bornOn,
  });
  return {
    subject: member(oneOf(MOTHERS), dayAgo(today, 28 * 365 + randomInt(4_000))),
    children: [
      { ...member(CHILDREN[first]!, dayAgo(today, 8 * 365 + randomInt(300))), schoolName: '第三小学校', schoolKind: 'ELEMENTARY' },
      {
        ...member(CHILDREN[(first + 1) % CHILDREN.length]!, dayAgo(today, 3 * 365 + randomInt(300))),
        schoolName: '境保育園',
        schoolKind: 'NURSERY',
      },
    ],
  };
}

const dayAgo = (today: string, days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
