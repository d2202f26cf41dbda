import { useState } from 'react';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { names as called } from './names';
import type { Series } from './series';
import { caseloadWords } from './caseload-words';
import { useReportTarget, useSetTarget, useTargets, type Target } from './targets';

const UNITS = ['PERSON', 'CASE', 'TIME', 'COMPANY', 'PERCENT'] as const;
const YEARS_AHEAD = 2;
const fiscalYearNow = () => Number(today().slice(0, 4)) - (today().slice(5) < '04-01' ? 1 : 0);
const isNumber = (text: string) => /^\d{1,7}$/.test(text.normalize('NFKC').trim());
const asNumber = (text: string) => Number(text.normalize('NFKC').trim());

/** What a series wants to reach in a fiscal year, and how far it has come. */
export function TargetsPart({ of }: { readonly of: Series }) {
  const w = useWords(caseloadWords);
  const [sets, setSets] = useState(false);
  const reading = useTargets(of.id);
  const { data } = reading;
  return (
    <Section
      title={w.targets}
      reading={reading}
      lines={5}
      beside={
        <Button isOpen={sets} why={of.until ? w.isEnded : whyNot(of.administer)} onPress={() => setSets(!sets)}>
          {w.setTarget}
        </Button>
      }
    >
      <p className="text-solid-gray-800">{w.targetsText}</p>
      {sets && <SetTarget of={of} close={() => setSets(false)} />}
      {data?.series.targets.length === 0 && <Empty title={w.targetsNone} />}
      <ul className="divide-y divide-solid-gray-300">
        {data?.series.targets.map((target) => (
          <TargetLine key={target.id} target={target} />
        ))}
      </ul>
    </Section>
  );
}

function TargetLine({ target }: { readonly target: Target }) {
  const w = useWords(caseloadWords);
  const c = useWords(called);
  const dates = useDates();
  const [reports, setReports] = useState(false);
  const last = target.reports[0];
  const unit = c.unit[target.unit];
  const share = last ? Math.min(100, (last.actual / target.target) * 100) : 0;
  const reached = !last
    ? w.noReport
    : target.unit === 'PERCENT'
      ? w.pointsOf(`${last.actual >= target.target ? '+' : ''}${last.actual - target.target}`)
      : w.reached(((last.actual / target.target) * 100).toFixed(1));
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-solid-gray-700">{w.year(target.fiscalYear)}</span>
        <strong>{target.what}</strong>
        <span className="tabular-nums">
          {w.ofTarget(last ? String(last.actual) : '—', `${target.target}${unit}`)}　{reached}
        </span>
        {last && <span className="text-solid-gray-700">{w.asOfDay(dates.day(last.onDay), last.reportedBy?.name ?? '—')}</span>}
        <Button
          look="quiet"
          label={`${w.report}：${target.what}`}
          why={whyNot(target.report)}
          isOpen={reports}
          onPress={() => setReports(!reports)}
        >
          {w.report}
        </Button>
      </div>
      <div aria-hidden="true" className="h-3 max-w-xl overflow-hidden rounded-full bg-solid-gray-100">
        <div className={`h-full ${share >= 100 ? 'bg-green-600' : 'bg-key-600'}`} style={{ width: `${share}%` }} />
      </div>
      {reports && <Report target={target} close={() => setReports(false)} />}
    </li>
  );
}

function SetTarget({ of, close }: { readonly of: Series; readonly close: () => void }) {
  const w = useWords(caseloadWords);
  const g = useWords(general);
  const c = useWords(called);
  const [what, setWhat] = useState('');
  const [figure, setFigure] = useState('');
  const [unit, setUnit] = useState<Code<'TargetUnit'>>('PERSON');
  const [year, setYear] = useState(String(fiscalYearNow()));
  const [wasPressed, setPressed] = useState(false);
  const verb = useSetTarget();
  const send = () => {
    setPressed(true);
    if (what.trim() !== '' && isNumber(figure))
      verb.send({ seriesId: of.id, fiscalYear: Number(year), what, unit, target: asNumber(figure) }, close);
  };
  return (
    <Form label={w.setTarget} action={w.setTarget} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_2fr_1fr_1fr]">
        <Choose
          label={w.fiscalYear}
          value={year}
          onChange={setYear}
          options={Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => fiscalYearNow() + ahead).map((value) => ({
            value: String(value),
            label: w.year(value),
          }))}
        />
        <TextField label={w.targetWhat} value={what} onChange={setWhat} fault={wasPressed && what.trim() === '' && g.required} isRequired />
        <TextField
          label={w.target}
          value={figure}
          onChange={setFigure}
          fault={(wasPressed && !isNumber(figure) && w.number) || (verb.refusal?.isAbout('target') && verb.refusal.message)}
          isRequired
        />
        <Choose
          label={w.unit}
          value={unit}
          onChange={(value) => setUnit(value as Code<'TargetUnit'>)}
          options={UNITS.map((value) => ({ value, label: c.unit[value] }))}
        />
      </div>
    </Form>
  );
}

function Report({ target, close }: { readonly target: Target; readonly close: () => void }) {
  const w = useWords(caseloadWords);
  const [figure, setFigure] = useState('');
  const [onDay, setDay] = useState(today());
  const [wasPressed, setPressed] = useState(false);
  const verb = useReportTarget();
  const send = () => {
    setPressed(true);
    if (isNumber(figure) && onDay) verb.send({ targetId: target.id, onDay, actual: asNumber(figure) }, close);
  };
  return (
    <Form label={`${w.report}：${target.what}`} action={w.report} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={w.actualSoFar}
          value={figure}
          onChange={setFigure}
          fault={(wasPressed && !isNumber(figure) && w.number) || (verb.refusal?.isAbout('actual') && verb.refusal.message)}
          isRequired
        />
        <TextField
          label={w.onDay}
          type="date"
          max={today()}
          value={onDay}
          onChange={setDay}
          fault={verb.refusal?.isAbout('onDay') && verb.refusal.message}
          isRequired
        />
      </div>
    </Form>
  );
}
