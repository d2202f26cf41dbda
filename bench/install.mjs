// What the bench needs beside the product: the peers from npm, and the tutorial form compiled.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { transformFileSync } from '@swc/core';
import { fileURLToPath } from 'node:url';

const peers = (path) => fileURLToPath(new URL(`peers/${path}`, import.meta.url));
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs the peers where they are not, or are others than are asked for now. */
export function installPeers() {
  if (changedAt(peers('node_modules/.package-lock.json')) >= changedAt(peers('package.json'))) return;
  console.log('installing the peers');
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peers(''),
    stdio: 'inherit',
  });
}

/** Compiles a peer that is written in TypeScript to `peers/dist`, beside the packages that it stands on. */
export function compilePeer(name) {
  mkdirSync(peers(`dist/${name}`), { recursive: true });
  const compiler = { configFile: fileURLToPath(new URL('../.swcrc', import.meta.url)), sourceMaps: false };
  for (const file of readdirSync(peers(name)))
    writeFileSync(peers(`dist/${name}/${file.replace(/\.ts$/, '.js')}`), transformFileSync(peers(`${name}/${file}`), compiler).code);
}
