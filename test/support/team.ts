import type { Person } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, seatingOf, type Circle } from './conference.js';
import type { House } from './house.js';

const AGENCIES = { centre: '子ども家庭支援センター', assistance: '生活福祉課', health: '健康課', hellowork: 'ハローワーク三鷹' } as const;
const SEATED = ['suzuki', 'kato', 'takahashi', 'ito', 'watanabe'] as const;

/** A case with its team. 佐藤 is key person; 鈴木 and 加藤 (centre), 高橋 (生活福祉課), 伊藤 (健康課) and 渡辺 (Hello Work) have seats. */
export interface Team {
  readonly caseId: string;
  /** 中村 and 小林 manage agencies of the team, and have no seat. */
  readonly people: Readonly<Circle & Record<'nakamura' | 'kobayashi', Person>>;
  readonly agencies: Readonly<Record<keyof typeof AGENCIES, string>>;
}

/** Opens a case and seats its team. */
export async function assemble(house: House): Promise<Team> {
  const [circle, nakamura, kobayashi] = await Promise.all([circleOf(house), house.person('nakamura'), house.person('kobayashi')]);
  const { sato } = circle;
  const caseId = await openedBy(sato);
  for (const login of SEATED) await sato.do('giveSeat', { caseId, ...seatingOf(circle[login], login) });
  const { agencies } = await sato.ask<{ agencies: { id: string; name: string }[] }>('{ agencies { id name } }');
  const idOf = (name: string) => agencies.find((agency) => agency.name === name)!.id;
  const named = Object.fromEntries(Object.entries(AGENCIES).map(([key, name]) => [key, idOf(name)])) as Team['agencies'];
  return { caseId, people: { ...circle, nakamura, kobayashi }, agencies: named };
}
