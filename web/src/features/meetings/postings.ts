import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { usePeople } from './directory';
import type { Profession } from './series';

/** Somebody as they are posted today, as a choice writes it. */
export interface Posted {
  readonly value: string;
  readonly staffId: string;
  readonly agencyId: string;
  readonly profession: Profession;
  readonly name: string;
  readonly kana: string;
  readonly label: string;
}

/** They run the system and take no part in meetings about cases. */
const NEVER: readonly Profession[] = ['SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'];

/** Everyone with a posting today, once for each of them. */
export function usePosted(): Posted[] {
  const names = useWords(codes);
  return usePeople().flatMap(({ id, name, kana, postings }) =>
    postings.flatMap(({ isCurrent, profession, agency }) =>
      isCurrent && agency && !NEVER.includes(profession)
        ? [
            {
              value: `${id} ${agency.id} ${profession}`,
              staffId: id,
              agencyId: agency.id,
              profession,
              name,
              kana,
              label: `${name}（${agency.name}・${names.profession[profession]}）`,
            },
          ]
        : [],
    ),
  );
}

export const seatingOf = ({ staffId, agencyId, profession }: Posted) => ({ staffId, agencyId, profession });
