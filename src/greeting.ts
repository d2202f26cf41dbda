import { SETTINGS } from './config.js';
import type { SignIns } from './demo/fill-empty.js';

/** What `npm start` prints once people can sign in. */
export function greeting(address: string, { people, password, administrator }: SignIns, advice: readonly string[]): string {
  const lines = people.map(({ login, who }) => `    ${login.padEnd(12)} ${who}`);
  return [
    '',
    `  つなぎ Tsunagi is ready at ${address}`,
    `  GraphQL: ${address}/graphql    sockets: ${address}/live`,
    ...(lines.length > 0 ? ['', `  Demonstration sign-ins (password ${password}):`, ...lines] : []),
    ...firstAccount(administrator),
    ...(advice.length > 0 ? ['', '  Before real families:', ...advice.map((sentence) => `    ${sentence}`)] : []),
    '',
    '',
  ].join('\n');
}

/** The lines that tell the password of the first account, which is kept nowhere; none where there is nothing to tell. */
export const firstAccount = (account: SignIns['administrator']): string[] =>
  account
    ? [
        '',
        '  最初のアカウントです。パスワードは今だけ表示します。  The first account; its password is shown this once:',
        `    login ${account.login}    password ${account.password}`,
      ]
    : [];

/** What `npm start -- --help` prints. */
export function help(): string {
  const lines = Object.values(SETTINGS).map(
    ({ name, fallback, meaning }) => `  ${name.padEnd(18)} ${meaning}${fallback === '' ? '' : ` (default ${fallback})`}`,
  );
  return [
    'Tsunagi reads its settings from the environment:',
    '',
    ...lines,
    '',
    'With DEMO=false, a database that has nobody in it gets a municipality and one account, the system administrator `admin`.',
    'Its random password is printed at that first start and never again. Lost before anyone else was added? Begin with an empty database.',
    '',
  ].join('\n');
}
