import { randomUUID } from 'node:crypto';
import { Desks } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

const TASKS = 500;
const ENTRIES = 5_000;
const STEPS = 120;
const STEP_PX = 400;

/** A case as it looks after years: many tasks, and a long trail. Copied behind the product, from what one verb of it left. */
async function fill(house: House, { caseId, people }: Team): Promise<void> {
  const owner = { kind: 'STAFF', staffId: people.takahashi.staffId };
  const task = await people.sato.do('offerTask', { caseId, category: 'LIFE', what: '家賃の領収書を確かめる', dueOn: inDays(7), owner });
  await house.behind(
    `insert into task select (jsonb_populate_record(task, jsonb_build_object(
       'id', gen_random_uuid(), 'what', task.what || '（' || at || '件目）', 'due_on', task.due_on + at % 90))).*
     from task, generate_series(2, $2) at where id = $1`,
    [task.id, TASKS],
  );
  await people.sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '電話で様子を聞いた。' });
  const [{ body }] = (await house.behind("select body from trail where case_id = $1 and kind = 'record.written' limit 1", [caseId])) as [
    { body: string },
  ];
  const draft = JSON.parse(body) as Record<string, unknown>;
  const drafts = Array.from({ length: ENTRIES }, () => ({ ...draft, commandId: randomUUID(), at: new Date().toISOString() }));
  await house.behind('select append_trail($1)', [JSON.stringify(drafts)]);
}

/** Scrolls down a page as a wheel does, and tells how long each frame took: a script of the page. */
const SCROLL = `new Promise((done) => {
  const frames = [];
  let last = performance.now();
  const step = (left) => requestAnimationFrame((now) => {
    frames.push(now - last);
    last = now;
    if (left === 0) return done({ frames: frames.slice(1), nodes: document.querySelectorAll('main *').length });
    window.scrollBy(0, ${STEP_PX});
    step(left - 1);
  });
  step(${STEPS});
})`;

interface Scrolled {
  readonly frames: readonly number[];
  readonly nodes: number;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
function figures(name: string, { frames, nodes }: Scrolled, drawn: number): string {
  const sorted = frames.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  const late = frames.filter((frame) => frame > 50).length;
  return `${name}: drawn after ${ms(drawn)}, ${nodes} elements; frames while scrolling: median ${ms(at(0.5))}, 95 in 100 within ${ms(at(0.95))}, longest ${ms(at(1))}, over 50 ms: ${late} of ${frames.length}`;
}

it('scrolls through a case of 500 tasks and 5,000 entries', async () => {
  const house = await House.open();
  const desks = await Desks.open(house);
  try {
    const team = await assemble(house);
    await fill(house, team);
    const { page } = await desks.of('sato');
    const lines: string[] = [];
    const measure = async (name: string, path: string, wait: () => Promise<unknown>) => {
      const began = performance.now();
      await page.goto(`${house.address}${path}`);
      await wait();
      const drawn = performance.now() - began;
      lines.push(figures(name, await page.evaluate<Scrolled>(SCROLL), drawn));
    };
    await measure(`${TASKS} tasks`, `/cases/${team.caseId}`, () => page.locator('[data-task]').first().waitFor());
    await measure(`${ENTRIES} entries`, `/cases/${team.caseId}/timeline`, () => page.locator('[aria-posinset]').first().waitFor());
    const read = await page.locator('[aria-posinset]').last().getAttribute('aria-setsize');
    lines.push(`entries read by then: ${read}`);
    process.stdout.write(`\n${lines.join('\n')}\n\n`);
  } finally {
    await desks.close();
    await house.close();
  }
});
