import { useAsk } from '../../data';
import { graphql, type Code } from '../../graphql';
import { keys } from '../../live';
import { usePerson } from '../session/me';

const SIGHT = graphql(`
  query Sight($caseId: Uuid!, $staffId: Uuid!, $agencyId: Uuid, $profession: Profession) {
    sight(caseId: $caseId, staffId: $staffId, agencyId: $agencyId, profession: $profession) { isSeated mayJoin mayConflict categories { category level because } }
  }
`);
const TABLE = graphql(`
  query NeedToKnow { needToKnow { profession about level } }
`);

export interface Sight {
  readonly category: Code<'InformationCategory'>;
  readonly level: Code<'NeedToKnowLevel'>;
  readonly because: string;
}
interface Who {
  readonly staffId: string;
  readonly agencyId?: string;
  readonly profession?: Code<'Profession'>;
}

/** What somebody sees of a case and why, or would see with a seat. */
export const useSightOf = (caseId: string | null, who: Who) =>
  useAsk(keys.ofCase(caseId ?? 'none', 'sight', who), SIGHT, { caseId: caseId ?? '', ...who }, caseId !== null);

const NOTHING: readonly Sight[] = [];
/** What the seat of the person at the screen gives them to see of a case; nothing without one, of nobody’s case, and until it is known. */
export function useSight(caseId: string | null): readonly Sight[] {
  const sight = useSightOf(caseId, { staffId: usePerson().id }).data?.sight;
  return sight?.isSeated ? sight.categories : NOTHING;
}

export const useNeedToKnow = () => useAsk(keys.directory('need-to-know'), TABLE, {}).data?.needToKnow ?? [];

const READING: readonly string[] = ['READ', 'WRITE'];
/** Who reads a category, as far as need-to-know goes. */
export const useReaders = (category: string | undefined) =>
  useNeedToKnow()
    .filter(({ about, level }) => about === category && READING.includes(level))
    .map(({ profession }) => profession);
