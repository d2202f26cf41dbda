import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { House, refusalOf } from '../support/house.js';
import { Collector, type Span } from '../support/collector.js';

/* Traces: from a request to its verbs to their statements, for whoever named a collector; for everybody else there is nothing of it. */

const told = (span: Span) => Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('with a collector', () => {
  let collector: Collector;
  let house: House;
  beforeAll(async () => {
    collector = await Collector.open();
    house = await House.open({ settings: { TRACES_URL: collector.url } });
  });
  afterAll(async () => {
    await house.close();
    await collector.close();
  });

  it('a command is a request, within it the verb, within that its statements, and the last of them seals', async () => {
    const sato = await house.person('sato');
    await sato.do('openCase', { headline: '離婚後の転入', subject: { name: '森 さくら', kana: 'モリ サクラ' } });
    const request = await collector.first(({ name }) => name === 'mutation openCase');
    expect(request.parentSpanId).toBeUndefined();
    expect(told(request)).toMatchObject({ 'http.request.method': 'POST', 'http.route': '/graphql', 'http.response.status_code': 200 });
    const verb = collector.under(request).find(({ name }) => name === 'openCase')!;
    const statements = collector.under(verb);
    expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['sql control', 'sql read', 'sql write', 'sql append']));
    const number = Number(told(request)['tsunagi.statements']);
    expect(statements.length + collector.under(request).length - 1).toBe(number);
    for (const { traceId, startTimeUnixNano, endTimeUnixNano } of [verb, ...statements]) {
      expect(traceId).toBe(request.traceId);
      expect(BigInt(startTimeUnixNano)).toBeLessThanOrEqual(BigInt(endTimeUnixNano));
    }
  });

  it('a refusal is told by its code, and a person, a case, a word or the text of a statement never', async () => {
    const sato = await house.person('sato');
    const { cases } = await sato.ask('query HerOwnWords { cases { id headline } }');
    await refusalOf(sato.do('startTask', { taskId: cases[0].id, version: 1 }));
    const refused = await collector.first(({ name }) => name === 'mutation startTask');
    expect(JSON.stringify(told(refused)['tsunagi.refusals'])).toContain('NOT_FOUND');
    const all = collector.bodies.join('\n');
    for (const words of [sato.staffId, cases[0].id, '森', '離婚', 'HerOwnWords', 'select ', 'insert into', 'sato', 'tsunagi_now'])
      expect(all).not.toContain(words);
  });
});

it('a collector that never answers keeps nobody waiting, and lets the product stop', async () => {
  const collector = await Collector.open({ deaf: true });
  const house = await House.open({ settings: { TRACES_URL: collector.url } });
  const sato = await house.person('sato');
  await collector.first(() => true);
  expect((await sato.ask('{ cases { id } }')).cases).toEqual([]);
  await house.close();
  await collector.close();
});

describe('what is loaded', () => {
  const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
  const HOOK = new URL('../support/told-imports.mjs', import.meta.url).href;
  /** What the product says until it serves on a database of its own. */
  async function loads(databaseUrl: string, headsDir: string, settings: Record<string, string>): Promise<string> {
    const env = { PATH: '/usr/bin:/bin', DATABASE_URL: databaseUrl, HEADS_DIR: headsDir, PORT: '0', LOG_LEVEL: 'silent', ...settings };
    const child = spawn(process.execPath, ['--import', HOOK, MAIN], { env });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    const ended = once(child, 'close');
    while (!chunks.join('').includes('ready at'))
      await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(chunks.join(''))))]);
    child.kill('SIGTERM');
    await ended;
    return chunks.join('');
  }

  it('is nothing of OpenTelemetry, unless somebody named a collector', async () => {
    const house = await House.open();
    try {
      // The interface alone comes with the metrics.
      expect(await loads(house.databaseUrl, house.headsDir, {})).not.toMatch(/loads @opentelemetry\/(?!api$)/m);
      expect(await loads(house.databaseUrl, house.headsDir, { TRACES_URL: 'http://127.0.0.1:1/v1/traces' })).toContain(
        'loads @opentelemetry/sdk-trace',
      );
    } finally {
      await house.close();
    }
  });
});
