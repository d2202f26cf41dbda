import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { plusDays, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import {
  EVALUATIONS,
  useDecideOnPlan,
  useEvaluatePlan,
  usePutPlanToMeeting,
  useSeriesAheadOf,
  useReviewPlan,
  useWithdrawPlan,
  type Plan,
  type Plans,
} from './plans';
import { asInput, isWhole, StepsFields, type WrittenStep } from './steps-fields';
import { words } from './words';

interface OnPlan {
  readonly of: Plans;
  readonly plan: Plan;
  readonly close: () => void;
}

/** Puts a plan on the agenda of a meeting that is ahead. */
export function PutToMeeting({ of, plan, close }: OnPlan) {
  const w = useWords(words);
  const dates = useDates();
  const own = of.sessions.filter(({ status }) => status === 'CONVENED' || status === 'OPEN');
  const ahead = [...own.map((session) => ({ ...session, name: '' })), ...useSeriesAheadOf(of.id)];
  const [chosen, setSessionId] = useState('');
  const sessionId = chosen || (ahead[0]?.id ?? '');
  const verb = usePutPlanToMeeting(of.id);
  const send = () => verb.send({ planId: plan.id, version: plan.version, sessionId }, close);
  return (
    <Form label={w.put} action={w.put} verb={verb} why={sessionId === '' && w.noSession} onSend={send} onCancel={close}>
      <Choose
        label={w.whichSession}
        value={sessionId}
        onChange={setSessionId}
        placeholder={w.noSession}
        options={ahead.map(({ id, name, number, startsAt }) => ({
          value: id,
          label: `${name} ${w.nth(number)}　${dates.moment(startsAt)}`.trim(),
        }))}
      />
    </Form>
  );
}

/** A step that is only confirmed, or needs a reason: approval, return, withdrawal. */
export function SayWhy({ of, plan, close, does }: OnPlan & { readonly does: 'RETURNED' | 'WITHDRAWN' }) {
  const w = useWords(words);
  const g = useWords(general);
  const [reason, setReason] = useDraft(`${does} ${plan.id}`);
  const [wasPressed, setPressed] = useState(false);
  const decide = useDecideOnPlan(of.id);
  const withdraw = useWithdrawPlan(of.id);
  const isReturn = does === 'RETURNED';
  const done = () => {
    setReason('');
    close();
  };
  const send = () => {
    setPressed(true);
    if (reason.trim() === '') return;
    const about = { planId: plan.id, version: plan.version, reason };
    if (isReturn) decide.send({ ...about, itemId: plan.item!.id, decision: 'RETURNED' }, done);
    else withdraw.send(about, done);
  };
  const label = isReturn ? w.giveBack : w.withdraw;
  return (
    <Form label={label} action={label} verb={isReturn ? decide : withdraw} onSend={send} onCancel={close}>
      <TextArea
        label={isReturn ? w.whyBack : w.whyWithdraw}
        value={reason}
        onChange={setReason}
        rows={2}
        fault={wasPressed && reason.trim() === '' && g.required}
        isRequired
      />
    </Form>
  );
}

/** How a plan goes, and when it is looked at next. */
export function ReviewPlan({ of, plan, close }: OnPlan) {
  const w = useWords(words);
  const g = useWords(general);
  const [findings, setFindings] = useDraft(`review ${plan.id}`);
  const [nextOn, setNextOn] = useState(plusDays(today(), 60) < plan.endsOn ? plusDays(today(), 60) : plan.endsOn);
  const [wasPressed, setPressed] = useState(false);
  const verb = useReviewPlan(of.id);
  const send = () => {
    setPressed(true);
    if (findings.trim() === '') return;
    verb.send({ planId: plan.id, version: plan.version, findings, nextOn }, () => {
      setFindings('');
      close();
    });
  };
  return (
    <Form label={w.reviewTitle} action={w.record} verb={verb} onSend={send} onCancel={close}>
      <TextArea
        label={w.findings}
        value={findings}
        onChange={setFindings}
        fault={wasPressed && findings.trim() === '' && g.required}
        isRequired
      />
      <TextField
        label={w.nextOn}
        type="date"
        min={plusDays(today(), 1)}
        max={plan.endsOn}
        value={nextOn}
        onChange={setNextOn}
        fault={verb.refusal?.isAbout('nextOn') && verb.refusal.message}
      />
    </Form>
  );
}

/** What came of a plan, and who looks after the client from then on. */
export function EvaluatePlan({ of, plan, close }: OnPlan) {
  const w = useWords(words);
  const g = useWords(general);
  const [findings, setFindings] = useDraft(`evaluate ${plan.id}`);
  const [evaluation, setEvaluation] = useState<Code<'PlanEvaluation'>>('ACHIEVED');
  const [aftercare, setAftercare] = useState<readonly WrittenStep[]>([]);
  const [wasPressed, setPressed] = useState(false);
  const verb = useEvaluatePlan(of.id);
  const fault = (field: string) => verb.refusal?.isAbout(field.replace('steps', 'aftercare')) && verb.refusal.message;
  const send = () => {
    setPressed(true);
    if (findings.trim() === '' || !aftercare.every(isWhole)) return;
    verb.send({ planId: plan.id, version: plan.version, evaluation, findings, aftercare: aftercare.map(asInput) }, () => {
      setFindings('');
      close();
    });
  };
  return (
    <Form label={w.evaluate} action={w.evaluate} verb={verb} onSend={send} onCancel={close}>
      <Choose
        label={w.result}
        value={evaluation}
        onChange={(chosen) => setEvaluation(chosen as Code<'PlanEvaluation'>)}
        options={EVALUATIONS.map((value) => ({ value, label: w.evaluation[value] }))}
      />
      <TextArea
        label={w.findings}
        value={findings}
        onChange={setFindings}
        fault={wasPressed && findings.trim() === '' && g.required}
        isRequired
      />
      <p>
        <strong>{w.aftercare}</strong>　<span className="text-solid-gray-700">{w.aftercareHint}</span>
      </p>
      <StepsFields
        caseId={of.id}
        steps={aftercare}
        onChange={setAftercare}
        next={{ what: '', owner: '', dueOn: plusDays(today(), 30) }}
        fault={fault}
      />
    </Form>
  );
}
