import type { Person } from '../../src/commands/scenario/person.js';
import type { House } from './house.js';

const AGENCIES = { centre: '子ども家庭支援センター', assistance: '生活福祉課', health: '健康課', hellowork: 'ハローワーク三鷹' } as const;

/** A case with its team: 佐藤 is key person; 鈴木, 加藤 (centre), 高橋 (生活福祉課), 伊藤 (健康課) and 渡辺 (Hello Work) have seats. */
export interface Team {
  readonly caseId: string;
  readonly people: Readonly<Record<'sato' | 'suzuki' | 'kato' | 'takahashi' | 'ito' | 'watanabe' | 'nakamura' | 'kobayashi', Person>>;
  readonly agencies: Readonly<Record<keyof typeof AGENCIES, string>>;
}

const LOGINS = ['sato', 'suzuki', 'kato', 'takahashi', 'ito', 'watanabe', 'nakamura', 'kobayashi'] as const;

/** Opens a case and seats its team. 中村 and 小林 are managers above it, without a seat. */
export async function assemble(house: House): Promise<Team> {
  const signedIn = await Promise.all(LOGINS.map(async (login) => [login, await house.person(login)] as const));
  const people = Object.fromEntries(signedIn) as Team['people'];
  const { sato, suzuki, kato, takahashi, ito, watanabe } = people;
  const { id: caseId } = await sato.do('openCase', {
    headline: '離婚後の生活と仕事の立て直し',
    subject: { name: '森 さくら', kana: 'モリ サクラ', bornOn: '1990-05-03' },
  });
  await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
  for (const { staffId } of [kato, takahashi, ito, watanabe]) await sato.do('giveSeat', { caseId, staffId });
  const { agencies } = await sato.ask<{ agencies: { id: string; name: string }[] }>('{ agencies { id name } }');
  const idOf = (name: string) => agencies.find((agency) => agency.name === name)!.id;
  return {
    caseId,
    people,
    agencies: Object.fromEntries(Object.entries(AGENCIES).map(([key, name]) => [key, idOf(name)])) as Team['agencies'],
  };
}
