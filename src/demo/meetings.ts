import { SupportCase } from '../modules/cases/support-case.entity.js';
import { addAgendaItem } from '../modules/conference/add-agenda-item.js';
import { conveneSession } from '../modules/conference/convene-session.js';
import { MeetingSeries } from '../modules/meetings/meeting-series.entity.js';
import { placeOnCaseload } from '../modules/meetings/place-on-caseload.js';
import { setRecurrence } from '../modules/meetings/set-recurrence.js';
import { reportTarget, setTarget } from '../modules/meetings/set-target.js';
import { startSeries } from '../modules/meetings/start-series.js';
import { consentToHelloWork, type DemoCast } from './actor.js';
import type { DemoAgencyKey, DemoLogin } from './people.js';

/** A series as its chair starts it: of which kind, who takes part, and on which days. */
interface DemoSeries {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
  readonly chair: DemoLogin;
  readonly host: DemoAgencyKey;
  readonly members: readonly DemoLogin[];
  /** `null` where it meets as the need arises. */
  readonly days: string | null;
  readonly opens: string;
  readonly closes: string;
  /** Whose cases it works through: their key persons. */
  readonly cases: readonly DemoLogin[];
}

/** The regular meetings that the source documents describe, one of each main kind, on days that do not collide. */
const SERIES: readonly DemoSeries[] = [
  {
    kind: 'KURUME_SUPPORT_ADJUSTMENT',
    name: '支援調整会議',
    place: '市役所 401会議室',
    chair: 'takahashi',
    host: 'assistance',
    members: ['watanabe', 'ito', 'kato', 'matsumoto'],
    days: 'FREQ=MONTHLY;BYDAY=1WE,3WE',
    opens: '13:30',
    closes: '15:30',
    cases: ['takahashi', 'kato'],
  },
  {
    kind: 'TOSHIMA_EMPLOYMENT_MEETING',
    name: '就労ミーティング',
    place: '生活福祉課 相談室',
    chair: 'takahashi',
    host: 'assistance',
    members: ['watanabe'],
    days: 'FREQ=WEEKLY;BYDAY=FR',
    opens: '09:00',
    closes: '09:45',
    cases: ['takahashi'],
  },
  {
    kind: 'KASUGAI_SCHEDULING_MEETING',
    name: 'スケジュール調整会議',
    place: '子ども家庭支援センター 会議室',
    chair: 'sato',
    host: 'centre',
    members: ['suzuki', 'kato'],
    days: 'FREQ=WEEKLY;BYDAY=MO',
    opens: '09:00',
    closes: '09:30',
    cases: ['sato', 'kato'],
  },
  {
    kind: 'CHIBA_CASE_MEETING',
    name: 'ケース会議',
    place: '子ども家庭支援センター 会議室',
    chair: 'sato',
    host: 'centre',
    members: ['suzuki', 'kato', 'matsumoto', 'ito'],
    days: 'FREQ=MONTHLY;BYDAY=2TU,4TU',
    opens: '15:00',
    closes: '17:00',
    cases: ['sato', 'kato'],
  },
  {
    kind: 'SAGA_TEAM_MEETING',
    name: '就労支援チーム会議',
    place: 'ハローワーク三鷹 会議室',
    chair: 'takahashi',
    host: 'assistance',
    members: ['watanabe', 'matsumoto'],
    days: null,
    opens: '10:00',
    closes: '11:00',
    cases: ['takahashi'],
  },
  {
    kind: 'KAWAGOE_LIAISON_MEETING',
    name: '情報交換会議',
    place: '市役所 801会議室',
    chair: 'takahashi',
    host: 'assistance',
    members: ['watanabe', 'ito', 'suzuki'],
    days: 'FREQ=MONTHLY;BYDAY=3TH',
    opens: '14:00',
    closes: '15:00',
    cases: [],
  },
];

/** Days ahead that are planned. */
const AHEAD = 180;

/** Fills 会議: regular meetings with their caseloads and days, one of them convened with an agenda over several families. */
export async function fillMeetings(cast: DemoCast): Promise<void> {
  // The father looks for work by day: without his consent his case could not be talked about in a 支援調整会議.
  for (const caseId of await casesKeptBy(cast, 'kato')) await consentToHelloWork(cast.people.kato, caseId, cast);
  const started = new Map<string, string>();
  for (const series of SERIES) started.set(series.kind, await start(cast, series));
  await conveneNext(cast, started.get('KURUME_SUPPORT_ADJUSTMENT')!);
  await setTargets(cast, started.get('SAGA_TEAM_MEETING')!);
}

async function start(cast: DemoCast, { kind, name, place, chair, host, members, days, opens, closes, cases }: DemoSeries): Promise<string> {
  const { people, agencies, inDays } = cast;
  const seated = (login: DemoLogin) =>
    login === 'suzuki'
      ? ({ staffId: people.suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' } as const)
      : { staffId: people[login].staffId };
  const seriesId = await people[chair].does(startSeries, {
    kind,
    agencyId: agencies[host],
    name,
    place,
    members: [{ ...seated(chair), part: 'CHAIR' }, ...members.map(seated)],
  });
  for (const login of cases)
    for (const caseId of await casesKeptBy(cast, login)) await people[login].does(placeOnCaseload, { seriesId, caseId });
  if (days) {
    const [found] = await people[chair].finds(MeetingSeries, { id: seriesId });
    const rule = `${days};UNTIL=${inDays(AHEAD).replaceAll('-', '')}`;
    const when = { beginsOn: inDays(1), opens, closes, whenClosed: 'AFTER' } as const;
    await people[chair].does(setRecurrence, { seriesId, version: found!.version, rule, ...when });
  }
  return seriesId;
}

/** The open cases of which somebody is key person. */
async function casesKeptBy({ people }: DemoCast, login: DemoLogin): Promise<string[]> {
  const { staffId } = people[login];
  const open = await people[login].reads<{ id: string; keyPerson: { staffId: string } | null }>(
    SupportCase,
    { status: 'OPEN' },
    { id: true, keyPerson: { staffId: true } },
  );
  return open.filter(({ keyPerson }) => keyPerson?.staffId === staffId).map(({ id }) => id);
}

/** The next 支援調整会議: two families and one question that is about nobody, which waits to be taken on. */
async function conveneNext(cast: DemoCast, seriesId: string): Promise<void> {
  const { takahashi, kato, watanabe } = cast.people;
  const day = cast.inDays(8);
  const sessionId = await takahashi.does(conveneSession, {
    seriesId,
    startsAt: `${day}T13:30:00+09:00`,
    endsAt: `${day}T15:30:00+09:00`,
    place: '市役所 401会議室',
    questions: [],
    invitees: [],
  });
  const about = async (login: 'takahashi' | 'kato') => (await casesKeptBy(cast, login))[0];
  const propose = { sessionId, minutesPlanned: 20 } as const;
  const work = { what: '短時間の仕事から始める道筋', category: 'EMPLOYMENT', purpose: 'PROGRESS' } as const;
  await takahashi.does(addAgendaItem, { ...propose, ...work, caseId: await about('takahashi') });
  const nights = { what: '夜勤から日勤に移るための役割分担', category: 'EMPLOYMENT', purpose: 'ROLE_ALLOCATION' } as const;
  await kato.does(addAgendaItem, { ...propose, ...nights, caseId: await about('kato') });
  await watanabe.does(addAgendaItem, { sessionId, what: '早朝の保育が足りない', category: 'COORDINATION', purpose: 'MISSING_RESOURCES' });
}

async function setTargets({ people, inDays }: DemoCast, seriesId: string): Promise<void> {
  const { takahashi } = people;
  const fiscalYear = Number(inDays(0).slice(0, 4)) - (inDays(0).slice(5) < '04-01' ? 1 : 0);
  const of = { seriesId, fiscalYear } as const;
  const supported = await takahashi.does(setTarget, { ...of, what: '新たに支援する人', unit: 'PERSON', target: 48 });
  await takahashi.does(reportTarget, { targetId: supported, onDay: inDays(0), actual: 29 });
  await takahashi.does(setTarget, { ...of, what: '就職した人の割合', unit: 'PERCENT', target: 60 });
}
