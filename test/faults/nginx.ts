import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres.js';

const TRIES = 50;
const PAUSE_MS = 100;

/** The reverse proxy of docs/operations.md in front of these ports, on a port of its own. */
export async function proxy(dir: string, ports: readonly number[]): Promise<{ address: string; close(): Promise<void> }> {
  const port = await freePort();
  const home = join(dir, 'nginx');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'nginx.conf'), configuration(home, port, ports));
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

const configuration = (home: string, port: number, ports: readonly number[]) => `
daemon off; worker_processes 1; pid ${home}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
  upstream tsunagi {
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://tsunagi;
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_connect_timeout 2s;
      proxy_read_timeout 75s;
      proxy_next_upstream error timeout http_502 http_503 http_504 non_idempotent;
      proxy_next_upstream_tries 2;
    }
  }
}
`;
