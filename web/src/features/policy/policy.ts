import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const TABLE = graphql(`
  query NeedToKnowOn($on: CalendarDate) {
    needToKnow(on: $on) {
      profession
      about
      level
    }
  }
`);
const CHANGES = graphql(`
  query NeedToKnowChanges {
    needToKnowChanges {
      id
      profession
      about
      level
      reason
      since
      until
      changedBy {
        name
        kana
      }
    }
  }
`);
const EFFECT = graphql(`
  query NeedToKnowEffect($profession: NeedToKnowWho!, $about: InformationCategory!, $level: NeedToKnowLevel!) {
    needToKnowEffect(profession: $profession, about: $about, level: $level) {
      gaining
      losing
      places
    }
  }
`);
const CHANGE = graphql(`
  mutation ChangeNeedToKnow($commandId: Uuid!, $input: ChangeNeedToKnowInput!) { changeNeedToKnow(commandId: $commandId, input: $input) { id } }
`);

export type Who = Code<'NeedToKnowWho'>;
export type About = Code<'InformationCategory'>;
export type Level = Code<'NeedToKnowLevel'>;
export type Line = ResultOf<typeof TABLE>['needToKnow'][number];
export type Change = ResultOf<typeof CHANGES>['needToKnowChanges'][number];
export type Effect = ResultOf<typeof EFFECT>['needToKnowEffect'];
/** A cell of the table, and what it says. */
export interface CellOfTable {
  readonly profession: Who;
  readonly about: About;
  readonly level: Level;
}

export const LEVELS = ['NONE', 'HEADLINE', 'READ', 'WRITE'] as const satisfies readonly Level[];

const POLICY = keys.directory('need-to-know');
export const useTable = (on: string | null) => useAsk([...POLICY, on], TABLE, { on });
export const useChanges = () => useAsk([...POLICY, 'changes'], CHANGES, {});
export const useEffectOf = (cell: CellOfTable, isAnother: boolean) => useAsk([...POLICY, 'effect', cell], EFFECT, { ...cell }, isAnother);
export const useChangeNeedToKnow = () => useVerb(CHANGE, undefined, [POLICY]);
