import { useState } from 'react';
import { useDraft } from '../../drafts';
import { OneOf } from '../../ui/choices';
import { Badge, Due, Name } from '../../ui/facts';
import { TextArea } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { OnCaseLink } from '../today/on-case';
import type { Today } from '../today/today';
import { useReviewAccess } from './access';
import { names as called } from './names';
import { words } from './words';

type Looked = Today['reviewsToAnswer'][number];

/** What others looked at where they otherwise may not, and somebody has to say whether that was right. */
export function Reviews({ reviews }: { readonly reviews: Today['reviewsToAnswer'] }) {
  const w = useWords(words);
  if (reviews.length === 0) return null;
  return (
    <Section title={w.reviews} beside={<Badge>{reviews.length}</Badge>}>
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {reviews.map((looked) => (
          <li key={looked.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <Account of={looked} />
            <Judge of={looked} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Account({ of }: { readonly of: Looked }) {
  const w = useWords(words);
  const n = useWords(called);
  const names = useWords(codes);
  const list = useList();
  const dates = useDates();
  return (
    <>
      <p className="text-std-17B-170">
        <Name of={of.staff} />（{of.agency?.name}）　<Badge look="red">{n.access[of.kind]}</Badge>
      </p>
      <OnCaseLink of={of.case} />
      <p>「{of.reason?.body}」</p>
      <p className="text-solid-gray-700">
        {w.looked}：{list(of.categories.map((category) => names.category[category]))}　{dates.moment(of.since)}–
        {dates.time(of.endedAt ?? of.until)}
      </p>
      <p>
        {w.dueOn}：<Due on={of.reviewDueOn} /> {of.isOverdue && <Badge look="red">{w.overdue}</Badge>}
      </p>
    </>
  );
}

function Judge({ of }: { readonly of: Looked }) {
  const w = useWords(words);
  const g = useWords(general);
  const [verdict, setVerdict] = useState<'' | 'JUSTIFIED' | 'UNJUSTIFIED'>('');
  const [answer, setAnswer] = useDraft(`review ${of.id}`);
  const [wasPressed, setPressed] = useState(false);
  const verb = useReviewAccess(of.caseId);
  const send = () => {
    setPressed(true);
    if (verdict === '' || answer.trim() === '') return;
    verb.send({ accessId: of.id, verdict, answer }, () => setAnswer(''));
  };
  return (
    <Form label={w.verdict} action={w.send} verb={verb} onSend={send}>
      <OneOf
        label={w.verdict}
        value={verdict}
        onChange={setVerdict}
        choices={[
          { value: 'JUSTIFIED', label: w.justified },
          { value: 'UNJUSTIFIED', label: w.unjustified },
        ]}
        fault={wasPressed && verdict === '' && g.required}
      />
      <TextArea label={w.answer} value={answer} onChange={setAnswer} rows={2} fault={wasPressed && answer.trim() === '' && g.required} />
    </Form>
  );
}
