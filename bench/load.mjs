// A closed loop: so many connections, each with one request in flight, for so many seconds.
import { createRequire } from 'node:module';
import { at, cpuOf, cpuOfTree, memoryOf } from './figures.mjs';

const { Client } = createRequire(new URL('peers/package.json', import.meta.url))('undici');

/** Asks until the time is over, or until `next` has nothing more to ask. Returns what it cost. */
export async function drive({ port, pid, postgres, connections, seconds, next, failed }) {
  const clients = Array.from({ length: connections }, () => new Client(`http://127.0.0.1:${port}`, { pipelining: 1 }));
  const times = [];
  const outcome = { errors: 0, bytes: 0, firstError: undefined };
  const cpu = () => ({ server: cpuOf(pid), postgres: cpuOfTree(postgres) });
  const before = cpu();
  const began = performance.now();
  await Promise.all(
    clients.map(async (client, at) => {
      while (performance.now() - began < seconds * 1000) {
        const request = next(at);
        if (!request) break;
        const sent = performance.now();
        const answer = await once(client, request);
        times.push(performance.now() - sent);
        outcome.bytes += answer.text.length;
        if (!answer.fault && !failed(answer.status, answer.text)) continue;
        outcome.errors += 1;
        outcome.firstError ??= `${answer.status} ${answer.fault ?? answer.text.toString().slice(0, 300)}`;
      }
    }),
  );
  const wall = (performance.now() - began) / 1000;
  const after = cpu();
  await Promise.all(clients.map((client) => client.close()));
  const sorted = Float64Array.from(times).sort();
  const perThousand = (part) => ((after[part] - before[part]) / times.length) * 1000;
  return {
    requests: times.length,
    ...outcome,
    bytes: outcome.bytes / times.length,
    perSecond: times.length / wall,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    serverCpu: perThousand('server'),
    postgresCpu: perThousand('postgres'),
    memory: memoryOf(pid),
  };
}

const once = (client, { path, headers, body }) =>
  new Promise((resolve) => {
    const parts = [];
    let status = 0;
    const done = (fault) => resolve({ status, text: Buffer.concat(parts), fault });
    client.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart() {},
        onResponseStart(controller, code) {
          status = code;
        },
        onResponseData(controller, chunk) {
          parts.push(chunk);
        },
        onResponseEnd() {
          done();
        },
        onResponseError(controller, fault) {
          done(fault.message);
        },
      },
    );
  });
