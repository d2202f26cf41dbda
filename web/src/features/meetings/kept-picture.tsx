import { Badge } from '../../ui/facts';
import { Arriving } from '../../ui/reading';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { periodsOf, useMonitor, type Period, type Standing } from './monitor';
import { names as called } from './names';
import { useAgencyNames } from './directory';
import type { Series } from './series';
import { words } from './words';

type Promise = Pick<NonNullable<Series['kind']>, 'cadenceTimes' | 'cadencePer' | 'mandatoryProfessions' | 'mandatoryAgencyIds'>;

/** How a promised number reads: 月2回＋随時. */
export function useCadence() {
  const w = useWords(words);
  const c = useWords(called);
  return ({ cadenceTimes, cadencePer }: Pick<Promise, 'cadenceTimes' | 'cadencePer'>) =>
    cadenceTimes && cadencePer ? w.cadenceOf(cadenceTimes, c.per[cadencePer]) : w.noCadence;
}

/** Who has to come, by the names of their professions and agencies. */
export function useMandatory() {
  const list = useList();
  const names = useWords(codes);
  const agencies = useAgencyNames();
  return ({ mandatoryProfessions, mandatoryAgencyIds }: Pick<Promise, 'mandatoryProfessions' | 'mandatoryAgencyIds'>) =>
    list([
      ...mandatoryProfessions.map((profession) => names.profession[profession]),
      ...mandatoryAgencyIds.map((id) => agencies.find((agency) => agency.id === id)?.name ?? '—'),
    ]);
}

const LOOKS: Readonly<Record<Standing, string>> = {
  stateMet: 'bg-green-100 border-success-2',
  stateMissed: 'bg-red-100 border-error-2',
  stateOngoing: 'bg-white border-dashed border-solid-gray-536',
  stateNone: 'bg-solid-gray-50 border-solid-gray-300',
};
const SIGNS: Readonly<Record<Standing, string>> = { stateMet: '✓', stateMissed: '✗', stateOngoing: '…', stateNone: '—' };

/** Promised and held at a glance: a row for how often it meets, a row for those who have to come, a column for each period. */
export function KeptPicture({ of: { id, since }, kind }: { readonly of: Pick<Series, 'id' | 'since'>; readonly kind: Promise }) {
  const w = useWords(words);
  const cadenceOf = useCadence();
  const mandatoryOf = useMandatory();
  const reading = useMonitor(id, kind.cadencePer);
  const { data } = reading;
  if (!data) return <Arriving of={reading} lines={2} />;
  const periods = periodsOf(data.meetingMonitor, kind.cadencePer, since);
  const hasMandatory = kind.mandatoryProfessions.length + kind.mandatoryAgencyIds.length > 0;
  const missed = periods.filter(({ cadence }) => cadence === 'stateMissed').length;
  const without = data.meetingMonitor.withoutMandatory;
  const promisesNothing = kind.cadenceTimes === null && !hasMandatory;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap gap-2">
        {missed > 0 && <Badge look="red">{w.notMet(missed)}</Badge>}
        {without > 0 && <Badge look="red">{w.mandatoryMissing(without)}</Badge>}
        {missed + without === 0 && <Badge look={promisesNothing ? 'plain' : 'green'}>{promisesNothing ? w.nothingPromised : w.met}</Badge>}
      </p>
      <Line title={w.heldRow(cadenceOf(kind))} per={kind.cadencePer} periods={periods} standing={({ cadence }) => cadence}>
        {({ held, promised }) => (promised === null ? String(held) : w.heldOf(held, promised))}
      </Line>
      {hasMandatory && (
        <Line title={w.mustCome(mandatoryOf(kind))} per={kind.cadencePer} periods={periods} standing={({ mandatory }) => mandatory}>
          {({ came, held }) => (held === 0 ? '' : w.cameOf(came, held))}
        </Line>
      )}
    </div>
  );
}

interface LineProps {
  readonly title: string;
  readonly per: Promise['cadencePer'];
  readonly periods: readonly Period[];
  readonly standing: (period: Period) => Standing;
  readonly children: (period: Period) => string;
}

/** One promise, period by period: a sign, a colour and the figures. */
function Line({ title, per, periods, standing, children }: LineProps) {
  const w = useWords(words);
  const nameOf = usePeriodName(per);
  return (
    <div role="group" aria-label={title} className="grid items-center gap-x-4 gap-y-1 md:grid-cols-[18rem_1fr]">
      <p>{title}</p>
      <ol className="flex flex-wrap gap-1.5">
        {periods.map((period) => {
          const how = standing(period);
          return (
            <li key={period.fromOn} className={`min-w-24 rounded-8 border-2 px-2 py-1 text-center tabular-nums ${LOOKS[how]}`}>
              <span className="block text-solid-gray-800">{nameOf(period.fromOn)}</span>
              <span aria-hidden="true" className="mr-1 font-bold">
                {SIGNS[how]}
              </span>
              <span className="sr-only">{w[how]} </span>
              {children(period)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A month by its number, a week by its first day, a fiscal year by its year. */
function usePeriodName(per: Promise['cadencePer']) {
  const w = useWords(words);
  const dates = useDates();
  return (on: string) => {
    const [year, month] = on.split('-') as [string, string];
    return per === 'WEEK' ? dates.day(on) : per === 'YEAR' ? year : w.shortMonth(Number(month));
  };
}
