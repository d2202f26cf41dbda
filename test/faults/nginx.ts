import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres.js';

const TRIES = 50;
const PAUSE_MS = 100;

/** Whether nginx is installed here. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** The reverse proxy of docs/operations.md in front of these ports, on a port of its own. */
export async function proxy(dir: string, ports: readonly number[]): Promise<{ address: string; close(): Promise<void> }> {
  const port = await freePort();
  const home = join(dir, 'nginx');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'nginx.conf'), configuration(home, await documented(port, ports)));
  const child = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], { stdio: 'inherit' });
  const failed = once(child, 'error').then(([fault]) => Promise.reject(fault as Error));
  await Promise.race([listens(port), failed]);
  return { address: `http://127.0.0.1:${port}`, close: () => ended(child) };
}

async function listens(port: number): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
    socket.destroy();
    if (isUp) return;
    await pause(PAUSE_MS);
  }
  throw new Error('nginx does not listen.');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** What docs/operations.md tells operators to write, on these ports and without TLS. */
async function documented(port: number, ports: readonly number[]): Promise<string> {
  const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const [, written] = /```nginx\n([\s\S]*?)```/.exec(page)!;
  const servers = ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' ');
  return written!.replace(/( *server 10\.0\.0\.\d+:4000 .*;\n)+/, `${servers}\n`).replace('listen 443 ssl;', `listen 127.0.0.1:${port};`);
}

const configuration = (home: string, block: string) => `
daemon off; worker_processes 1; pid ${home}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  ${block}
}
`;
