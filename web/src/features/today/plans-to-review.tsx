import { Link } from 'wouter';
import { Due } from '../../ui/facts';
import { useWords } from '../../words/language';
import { words as plan } from '../plans/words';
import { OnCaseLink } from './on-case';
import { LINK, Listed } from './others-wait';
import type { Today } from './today';
import { words } from './words';

/** Plans whose review is due, for whoever answers for them. */
export function PlansToReview({ plans }: { readonly plans: Today['plansToReview'] }) {
  const w = useWords(words);
  const p = useWords(plan);
  return (
    <Listed title={w.plans} count={plans.length}>
      {plans.map(({ id, kind, goal, reviewOn, case: of }) => (
        <li key={id} className="flex flex-col items-start gap-1">
          <p className="text-std-17B-170">{goal}</p>
          <p>
            {p.kind[kind]}　<Due on={reviewOn} />
          </p>
          <OnCaseLink of={of} />
          <Link href={`/cases/${of?.id ?? ''}/plans`} className={LINK}>
            {p.reviewTitle}
          </Link>
        </li>
      ))}
    </Listed>
  );
}
