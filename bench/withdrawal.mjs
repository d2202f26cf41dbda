/**
 * How long until a withdrawn consent has taken sight: `npm run bench:withdrawal [-- --rounds 100]`.
 * From sending the command to `dropped` on the open socket of the agency that loses sight, beside an ordinary live pointer
 * (from sending a command to `trail` on the same socket), measured in turns in the same run. Prints milliseconds and their ratio.
 */
import { parseArgs } from 'node:util';
import { Person } from '../dist/src/commands/scenario/person.js';
import { readConfig } from '../dist/src/config.js';
import { createApp } from '../dist/src/create-app.js';
import { openThrowaway } from '../dist/src/database/throwaway.js';
import { fillPeople } from '../dist/src/demo/fill-empty.js';
import { DEMO_PASSWORD } from '../dist/src/demo/people.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } });
const rounds = Number(values.rounds);
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });

const server = await openThrowaway();
const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', DATA_DIR: '/tmp/tsunagi-bench-heads', HEADS_DIR: '/tmp/tsunagi-bench-heads' });
// Migrations come first: people are filled in once the product has prepared its database.
const app = await createApp(config, server.url, async (spine) => void (await fillPeople(spine)));
try {
  const [sato, watanabe] = await Promise.all(['sato', 'watanabe'].map((login) => Person.signIn(app.address, login, DEMO_PASSWORD)));
  const opened = await sato.do('openCase', { headline: 'x', subject: { name: 'x', kana: 'カナ' } }, 'id household { members { id } }');
  const { agencies } = await sato.ask('{ agencies { id name kind } }');
  const agencyIds = [agencies.find(({ kind }) => kind === 'OUTSIDE_BODY').id];
  const form = {
    caseId: opened.id,
    memberId: opened.household.members[0].id,
    agencyIds,
    purpose: 'EMPLOYMENT',
    evidence: 'SIGNED_FORM',
    givenOn: today(),
  };
  const agree = () => sato.do('recordConsent', { ...form, categories: ['EMPLOYMENT', 'EDUCATION'] });
  let consent = await agree();
  await sato.do('giveSeat', { caseId: opened.id, staffId: watanabe.staffId });

  const pointers = [];
  const drops = [];
  for (let round = 0; round < rounds; round++) {
    const live = await watanabe.listen();
    await live.watch({ caseId: opened.id });
    pointers.push(
      await timed(
        () => sato.do('writeRecord', { caseId: opened.id, category: 'EDUCATION', kind: 'NOTE', body: 'x' }),
        live,
        () => live.pointers.length > 0,
      ),
    );
    drops.push(
      await timed(
        () => sato.do('withdrawConsent', { consentId: consent.id, reason: 'x' }),
        live,
        () => live.dropped.length > 0,
      ),
    );
    live.close();
    consent = await agree();
  }
  print(pointers, drops);
} finally {
  await app.close();
  await server.close();
}

async function timed(command, live, hope) {
  const began = performance.now();
  const done = command();
  await live.until(hope);
  const took = performance.now() - began;
  await done;
  return took;
}

function print(pointers, drops) {
  const at = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
  const row = (name, times) => console.log(`${name.padEnd(34)} p50 ${at(times, 0.5).toFixed(1)} ms   p99 ${at(times, 0.99).toFixed(1)} ms`);
  row('ordinary change to pointer', pointers);
  row('withdrawal to dropped socket', drops);
  console.log(`ratio of the medians               ${(at(drops, 0.5) / at(pointers, 0.5)).toFixed(2)}   over ${rounds} rounds`);
}
