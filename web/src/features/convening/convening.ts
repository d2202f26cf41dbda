import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const MATTER = graphql(`
  query Convening($id: Uuid!) {
    case(id: $id) {
      id
      number
      headline
      leadAgency {
        name
      }
      sessions {
        place
      }
      seats {
        staffId
        profession
      }
      issues {
        category
        status
      }
    }
    staff {
      id
      name
      kana
      postings {
        id
        isCurrent
        profession
        agencyId
        agency {
          name
        }
      }
    }
    needToKnow { profession about level }
  }
`);
const CONVENE = graphql(`
  mutation ConveneSession($commandId: Uuid!, $input: ConveneSessionInput!) { conveneSession(commandId: $commandId, input: $input) { id } }
`);

export const useConvening = (caseId: string) => useAsk(keys.ofCase(caseId, 'convening'), MATTER, { id: caseId });
export const useConveneSession = (caseId: string) => useVerb(CONVENE, caseId);

export type Matter = ResultOf<typeof MATTER>;
export type Profession = Code<'Profession'>;
export type Category = Code<'Category'>;

/** Somebody who may be invited, and as what. */
export interface Candidate {
  readonly staffId: string;
  readonly name: string;
  readonly kana: string;
  readonly isOnCase: boolean;
  readonly postings: readonly { readonly profession: Profession; readonly agencyId: string; readonly agency: string }[];
  readonly isSuggested: boolean;
}

/** They oversee cases or run the system, and hold no seat. */
const NEVER_SEATED: readonly string[] = ['MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'];

/** Everyone who can take part, but for the convener: the team, those who know the matter, the rest. */
export function candidatesOf(
  { case: { seats }, staff, needToKnow }: Matter,
  convenerId: string,
  categories: readonly Category[],
): Candidate[] {
  const knows = (profession: Profession) =>
    needToKnow.some((line) => line.profession === profession && line.level === 'WRITE' && categories.includes(line.about));
  return staff
    .filter(({ id }) => id !== convenerId)
    .map(({ id, name, kana, postings }) => {
      const seat = seats.find(({ staffId }) => staffId === id);
      const current = postings
        .filter(({ isCurrent, profession }) => isCurrent && !NEVER_SEATED.includes(profession))
        .map(({ profession, agencyId, agency }) => ({ profession, agencyId, agency: agency?.name ?? '—' }));
      const asSeated = seat ? current.filter(({ profession }) => profession === seat.profession) : current;
      return {
        staffId: id,
        name,
        kana,
        isOnCase: seat !== undefined,
        postings: asSeated,
        isSuggested: !seat && asSeated.some(({ profession }) => knows(profession)),
      };
    })
    .filter(({ postings }) => postings.length > 0);
}
