import { Badge, Day, Due, Name, Owner } from '../../ui/facts';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { Doing, type DoingProps } from './plan-doing';
import type { Plan } from './plans';
import { words } from './words';

const LOOKS = {
  DRAFT: 'plain',
  PROPOSED: 'blue',
  RETURNED: 'orange',
  APPROVED: 'green',
  AMENDED: 'plain',
  EVALUATED: 'plain',
  WITHDRAWN: 'plain',
} as const;

/** One plan: its goal, its steps with their owners, how it went, and what can be done with it now. */
export function PlanCard({ of, plan, writable }: DoingProps) {
  const w = useWords(words);
  const dates = useDates();
  const names = useWords(codes);
  return (
    <article className="flex flex-col gap-3 rounded-12 border border-solid-gray-300 p-4" aria-label={`${w.kind[plan.kind]}：${plan.goal}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{w.kind[plan.kind]}</strong>
        <Badge look={LOOKS[plan.status]}>{w.status[plan.status]}</Badge>
        {plan.evaluation && <Badge look="green">{w.evaluation[plan.evaluation]}</Badge>}
        {plan.isReviewDue && <Badge look="orange">{w.reviewDue}</Badge>}
        <span className="text-solid-gray-700">{names.category[plan.category]}</span>
      </p>
      <p className="text-std-20B-150 whitespace-pre-line">{plan.goal}</p>
      <p className="flex flex-wrap gap-x-6 text-solid-gray-800">
        <span>
          {w.period}：<Day on={plan.startsOn} />〜<Day on={plan.endsOn} />
        </span>
        {plan.status === 'APPROVED' && (
          <span>
            {w.review}：<Due on={plan.reviewOn} />
          </span>
        )}
        <span>
          {w.inHands}：<Name of={plan.staff} />（{plan.agency?.name}）
        </span>
      </p>
      {plan.reason && <p className="border-l-4 border-solid-gray-300 pl-3 whitespace-pre-line">{plan.reason.body}</p>}
      <Steps of={plan} />
      {plan.reviews.map((review) => (
        <p key={review.id} className="text-solid-gray-800">
          {w.review}（{dates.moment(review.reviewedAt)}）　<span className="whitespace-pre-line">{review.findings}</span>
        </p>
      ))}
      <Doing of={of} plan={plan} writable={writable} />
    </article>
  );
}

function Steps({ of }: { readonly of: Plan }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <table className="w-full border-collapse text-left">
      <thead className="text-solid-gray-700">
        <tr>
          {[w.who, w.what, w.when, w.state].map((heading) => (
            <th key={heading} scope="col" className="border-b border-solid-gray-300 py-1 pr-3 font-normal">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.steps.map((step) => (
          <tr key={step.id} className="align-top">
            <td className="py-2 pr-3">
              <Owner of={step} />
            </td>
            <td className="py-2 pr-3">
              {step.what}
              {step.kind === 'AFTERCARE' && <span className="ml-2 text-solid-gray-700">（{w.aftercare}）</span>}
            </td>
            <td className="py-2 pr-3">
              <Due on={step.dueOn} isOpen={step.task?.status !== 'DONE'} />
            </td>
            <td className="py-2">{step.task ? names.task[step.task.status] : w.planned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
