import { useList, useWords } from '../../words/language';
import { codes } from '../../words/codes';
import { useCadence, useMandatory } from './kept-picture';
import type { Kind } from './kinds';
import { names as called } from './names';
import { useGrounds } from './directory';
import { seriesWords } from './series-words';

type Facts = Pick<
  Kind,
  | 'source'
  | 'needsConsent'
  | 'statute'
  | 'cadenceTimes'
  | 'cadencePer'
  | 'mandatoryProfessions'
  | 'mandatoryAgencyIds'
  | 'decides'
  | 'chairTitle'
  | 'chairProfessions'
>;

/** What a kind of meeting is bound by: its ground in law, who has to come, what it decides. */
export function KindFacts({ kind }: { readonly kind: Facts }) {
  const w = useWords(seriesWords);
  const c = useWords(called);
  const names = useWords(codes);
  const list = useList();
  const cadenceOf = useCadence();
  const mandatoryOf = useMandatory();
  const ground = useGrounds().find(({ statute }) => statute === kind.statute);
  const lines: readonly (readonly [string, string | null])[] = [
    [w.basis, ground ? `${ground.name}（${ground.citation}）` : kind.needsConsent ? w.basisConsent : w.basisEach],
    [w.source, kind.source],
    [w.cadence, cadenceOf(kind)],
    [w.mustCome, mandatoryOf(kind) || null],
    [w.decides, list(kind.decides.map((matter) => c.matter[matter])) || w.decidesNothing],
    [w.chairIs(kind.chairTitle), list(kind.chairProfessions.map((profession) => names.profession[profession])) || null],
  ];
  return (
    <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {lines
        .filter((line): line is readonly [string, string] => line[1] !== null)
        .map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-solid-gray-700">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
