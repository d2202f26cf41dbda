import { resolve } from 'node:path';
import { KEYS, SETTINGS, type Given } from './config/settings.js';
import { Unfit } from './config/shapes.js';

export type { Bucket } from './config/shapes.js';
export { adviceOn } from './config/advice.js';
export { SETTINGS } from './config/settings.js';

/** Every setting of the product, read once. The only reader of `process.env`. What each means stands in `config/settings.ts`. */
export interface Config extends Given {
  /** Where heads of the trail are published: one line for each, outside the database. */
  readonly headsDir: string;
  /** The file with the keys under which secrets lie in the database and in files. */
  readonly keysFile: string;
  /** Whether the product makes that file at its first start: only where nobody named another. */
  readonly makesKeys: boolean;
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string;
}

/** Everything that is wrong with the settings: one clear sentence a line. */
export class ConfigFault extends Error {}

/** Reads and checks the settings. Throws `ConfigFault`, with a sentence for each setting that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const given = Object.fromEntries(KEYS.map((key) => [key, valueOf(key, env, faults)])) as unknown as Given;
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const together = providerFault(given);
  if (together) throw new ConfigFault(together);
  const dataDir = resolve(given.dataDir);
  return Object.freeze({
    ...given,
    dataDir,
    headsDir: given.headsDir === '' ? resolve(dataDir, 'heads') : resolve(given.headsDir),
    filesDir: given.filesDir === '' ? resolve(dataDir, 'files') : resolve(given.filesDir),
    keysFile: given.keysFile === '' ? resolve(dataDir, 'keys') : resolve(given.keysFile),
    makesKeys: given.keysFile === '',
    publicUrl: given.publicUrl ?? `http://${given.host}:${given.port}`,
  });
}

/** What is wrong with the settings of the provider beside each other; `null` for nothing. */
function providerFault({ oidcIssuer, oidcClientId }: Given): string | null {
  if (oidcIssuer === null) return null;
  if (oidcClientId === '') return 'OIDC_CLIENT_ID may not be empty where OIDC_ISSUER is set.';
  const isSafe = oidcIssuer.startsWith('https://') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(oidcIssuer).hostname);
  return isSafe ? null : 'OIDC_ISSUER must be an https:// address, unless the provider runs on this machine.';
}

function valueOf(key: keyof typeof SETTINGS, env: Readonly<Record<string, string | undefined>>, faults: string[]): unknown {
  const { name, fallback, read } = SETTINGS[key];
  try {
    return read(env[name] ?? fallback);
  } catch (fault) {
    if (!(fault instanceof Unfit)) throw fault;
    faults.push(`${name} ${fault.message}`);
    return undefined;
  }
}
