// A peer as a process of its own, pinned to the servers' core.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { here, SERVER_CORE } from './ground.mjs';
import { PEERS } from './peers.mjs';
import { SECRET } from './token.mjs';

/** Starts a peer on its own copy of the world, pinned to the servers' core. Resolves when its port answers. */
export async function launch(name, ground, database, port, options = []) {
  const { script, user, env } = PEERS[name];
  mkdirSync(here('out'), { recursive: true });
  const log = openSync(here(`out/${name}.log`), 'w');
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, '--max-semi-space-size=64', ...options, here(script)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      JWT_SECRET: SECRET,
      PORT: String(port),
      DATABASE_URL: ground.url(database, user),
      ...env,
    },
    stdio: ['ignore', log, log],
  });
  const began = performance.now();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended; see bench/out/${name}.log.`);
    const answers = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (answers) return { child, port, pid: child.pid, startedIn: performance.now() - began };
    if (performance.now() - began > 60_000) throw new Error(`${name} did not open its port.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const stop = ({ child }) =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
    child.on('exit', () => resolve(clearTimeout(hard)));
    child.kill();
  });
