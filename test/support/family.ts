import type { Json, Person } from '../../src/commands/scenario/person.js';
import { consentTo } from './consent.js';

/** Where the family of the story has fled to, as the key person writes it down. */
export const ADDRESS = '東京都武蔵野市緑町2-2-28 メゾン緑305号室';
export const MOBILE = '090-1234-5678';

/** The same address and number as other people write them. */
export const SPELLINGS = [
  '武蔵野市緑町2-2-28',
  '緑町２－２－２８',
  '緑町二丁目二番二十八号',
  '緑町 2丁目 2番地 28',
  '緑町2の2の28',
  'メゾン緑　３０５',
  '０９０（１２３４）５６７８',
  '+81 90 1234 5678',
  '09012345678',
] as const;

export interface Family {
  readonly caseId: string;
  readonly memberId: string;
}

/** A mother and her child, for whom 佐藤 opens a case; she may tell the Hello Work office what a search for work needs. */
export async function familyOf(sato: Person, name = '青木 遥', kana = 'あおき はるか'): Promise<Family> {
  const opened = await sato.do(
    'openCase',
    {
      headline: '家を出て、暮らしを立て直す',
      subject: { name, kana, bornOn: '1991-04-02' },
      children: [{ name: '青木 蓮', kana: 'あおき れん' }],
    },
    'id household { members { id relation } }',
  );
  await consentTo(sato, opened.id);
  const { id: memberId } = opened.household.members.find(({ relation }: Json) => relation === 'SUBJECT');
  return { caseId: opened.id, memberId };
}

export const contact = (memberId: string, kind = 'ADDRESS', value = ADDRESS) => ({ memberId, kind, value });

/** What someone is shown of how the family can be reached. */
export async function contactsSeenBy(person: Person, caseId: string): Promise<Json[]> {
  const query = 'query ($id: Uuid!) { case(id: $id) { household { members { contacts { id version value category until } } } } }';
  const { case: found } = await person.ask(query, { id: caseId });
  return found.household.members.flatMap(({ contacts }: Json) => contacts);
}

export const lastInInbox = async (person: Person): Promise<Json> => {
  const { inbox } = await person.ask('{ inbox(first: 500) { kind caseId sentence note { body } actorId } }');
  return inbox.at(-1);
};
