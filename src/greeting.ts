import { SETTINGS } from './config.js';
import type { SignIns } from './demo/fill-empty.js';

/** What `npm start` prints once people can sign in. */
export function greeting(address: string, { people, password }: SignIns): string {
  const lines = people.map(({ login, who }) => `    ${login.padEnd(12)} ${who}`);
  const accounts = lines.length > 0 ? ['', `  Demonstration sign-ins (password ${password}):`, ...lines] : [];
  return [
    '',
    `  つなぎ Tsunagi is ready at ${address}`,
    `  GraphQL: ${address}/graphql    sockets: ${address}/live`,
    ...accounts,
    '',
    '',
  ].join('\n');
}

/** What `npm start -- --help` prints. */
export function help(): string {
  const lines = SETTINGS.map(
    ({ name, fallback, meaning }) => `  ${name.padEnd(14)} ${meaning}${fallback === '' ? '' : ` (default ${fallback})`}`,
  );
  return ['Tsunagi reads its settings from the environment:', '', ...lines, ''].join('\n');
}
