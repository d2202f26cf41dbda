import { mustBe } from '../differs.js';
import { lastDay } from '../find.js';
import type { Json } from '../person.js';
import type { Scene, Story } from '../story.js';
import { TASKS } from '../words.js';

const HISTORY = `query ($on: CalendarDate!, $caseId: Uuid!) { responsibility(on: $on, caseId: $caseId) { history(first: 500) {
  seq at kind sentence note { body } aboutId task { what } postponement { task { what } } state { name value } } } }`;
const CLOSINGS = 'query ($caseId: Uuid!) { trail(caseId: $caseId, first: 500) { seq at kind } }';

/** Who promised, accepted, declined, postponed and handed over, by whom and why; and how it stood at an instant in between. */
export const theHistory: Scene = {
  title: {
    ja: '管理者が、責任がどう受け渡されたかを瞬間ごとにたどる',
    en: 'The manager follows responsibility from hand to hand, instant by instant',
  },
  async play(story) {
    const { nakamura } = story.cast;
    const on = await lastDay(story, nakamura);
    const { history } = (await nakamura.person.ask(HISTORY, { caseId: story.caseId, on })).responsibility;
    await asItStood(story, history);
    for (const thread of THREADS) follow(story, history, thread);
  },
};

/** At the end of each session: the key person, and what was not finished then. */
async function asItStood(story: Story, history: readonly Json[]): Promise<void> {
  const { nakamura } = story.cast;
  const { trail } = await nakamura.person.ask(CLOSINGS, { caseId: story.caseId });
  const [first, second] = trail.filter((entry: Json) => entry.kind === 'session.closed');
  const offered = 'OFFERED';
  const stood = [
    [
      first,
      '第1回の閉会',
      [
        [TASKS.visit, '高橋 健一', offered],
        [TASKS.accompany, '鈴木 直子', offered],
        [TASKS.mornings, '—', 'ACCEPTED'],
        [TASKS.care, '鈴木 直子', offered],
        [TASKS.allowance, '—', offered],
        [TASKS.clinic, '伊藤 由美', 'ACCEPTED'],
      ],
    ],
    [
      second,
      '第2回の閉会',
      [
        [TASKS.care, '伊藤 由美', 'ACCEPTED'],
        [TASKS.allowance, '鈴木 直子', 'ACCEPTED'],
        [TASKS.clinic, '伊藤 由美', 'ACCEPTED'],
        [TASKS.handOver, '鈴木 直子', offered],
        [TASKS.navigator, '渡辺 誠', offered],
      ],
    ],
  ] as const;
  for (const [closing, label, tasks] of stood) {
    const held = history.filter((entry) => entry.seq <= closing.seq);
    const keyPerson = nameIn(
      story,
      held.findLast((entry) => entry.kind === 'key-person.began'),
    );
    mustBe(keyPerson, '佐藤 恵', `The key person at ${closing.at}`);
    const lines = unfinished(story, held);
    mustBe([...lines].sort(), tasks.map((task) => task.join('｜')).sort(), `What was unfinished at ${closing.at}`);
    story.transcript.did(nakamura.name, {
      ja: `${timeOf(closing.at)} ${label}の時点：キーパーソン ${keyPerson}`,
      en: 'who answered for what at that instant',
    });
    story.transcript.detail(...lines.map((line) => `・${line}`));
  }
}

/** The last entry about each task says how it stood. */
function unfinished(story: Story, held: readonly Json[]): string[] {
  const last = new Map<string, Json>();
  for (const entry of held) if (entry.task) last.set(entry.aboutId, entry);
  return [...last.values()]
    .filter((entry) => !['DONE', 'WITHDRAWN'].includes(factOf(entry, 'status')!))
    .map((entry) => `${entry.task.what}｜${nameIn(story, entry)}｜${factOf(entry, 'status')}`);
}

const factOf = (entry: Json, name: string): string | null => entry.state.find((fact: Json) => fact.name === name)?.value ?? null;

const nameIn = (story: Story, entry: Json): string =>
  Object.values(story.cast).find((player) => player.staffId === factOf(entry, 'staffId'))?.name ?? '—';

/** Something that somebody answers for, which entries tell of it, and what has to have happened to it, in order. */
type Thread = readonly [string, (entry: Json) => boolean, readonly string[]];

const task = (what: string, ...kinds: readonly string[]): Thread => [
  what,
  (entry) => (entry.task ?? entry.postponement?.task)?.what === what,
  kinds,
];

const THREADS: readonly Thread[] = [
  [
    'キーパーソン',
    (entry) => /^(key-person|handover)/.test(entry.kind),
    ['key-person.began', 'handover.offered', 'handover.accepted', 'key-person.ended', 'key-person.began'],
  ],
  task(TASKS.visit, 'task.offered', 'task.accepted', 'task.done'),
  task(TASKS.care, 'task.offered', 'task.declined', 'task.reassigned', 'task.accepted'),
  task(TASKS.allowance, 'task.offered', 'task.accepted', 'postponement.requested', 'postponement.approved', 'task.postponed'),
  task(TASKS.handOver, 'task.offered', 'task.accepted', 'task.done'),
  task(TASKS.navigator, 'task.offered', 'task.accepted', 'task.started'),
];

function follow(story: Story, history: readonly Json[], [what, isAboutIt, kinds]: Thread): void {
  const entries = history.filter(isAboutIt);
  const happened = entries.map((entry) => entry.kind);
  mustBe(happened, kinds, `How "${what}" went from hand to hand`);
  story.transcript.did(story.cast.nakamura.name, { ja: `「${what}」のたどった道`, en: kinds.join(' → ') });
  for (const { at, sentence, note } of entries) story.transcript.detail(`${timeOf(at)} ${sentence}${note ? `「${note.body}」` : ''}`);
}

const timeOf = (at: string) => new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Asia/Tokyo' });
