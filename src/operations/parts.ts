import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '../database/database.js';
import type { Replica } from '../database/replica.js';
import { migrationsOf } from '../database/migrate.js';
import type { HeadBook } from '../trail/heads.js';
import type { Tail } from '../trail/tail.js';
import { isDatabaseFull } from './fullness.js';
import { degraded, failed, OK, type Finding, type Part } from './readiness.js';
import { ROUNDS, type Rounds } from './rounds.js';

const MIB = 1_048_576;
/** The tail looks once a second; later than this, people wait for what is new. */
const LATE_MS = 5_000;
/** Later than this, people here work with what is old: another node serves them better. */
const STUCK_MS = 30_000;
const BUSY_MS = 1_500;

/** Reachable, with room, and with a connection to spare. All of them in use is slow, not gone: sending everybody away would not make it faster. */
export const databasePart = (database: Database): Part => ({
  name: 'database',
  async look() {
    const answer = database.probe().then(
      () => (isDatabaseFull() ? FULL : OK),
      () => failed('データベースに接続できません。', 'The database cannot be reached.'),
    );
    return unlessBusy(database, answer, BUSY);
  },
});

/** What is answered; or this, when the answer has to wait because all connections are in use. */
async function unlessBusy(database: Database, answer: Promise<Finding>, meanwhile: Finding): Promise<Finding> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), BUSY_MS);
  const found = (await Promise.race([answer, late])) ?? (database.waiting > 0 ? meanwhile : await answer);
  clearTimeout(timer);
  return found;
}

const FULL = degraded(
  'データベースのディスクに空きがなく、書き込めません。閲覧はできます。',
  'The disk of the database is full: nothing can be written, and everything can be read.',
);
const BUSY = degraded('データベースへの接続がすべて使用中です。', 'All connections to the database are in use.');

/** The schema is the one that this version knows. A newer one was made by a newer version, which keeps to what this one needs. */
export function migrationsPart(database: Database): Part {
  let known: Finding = OK;
  const asked = async () => (known = migrationsFound(await migrationsOf({ query: async (sql) => ({ rows: await database.ask(sql) }) })));
  return {
    name: 'migrations',
    look() {
      const answer = asked();
      // Whoever stopped waiting for it hears of it from the part of the database.
      answer.catch(() => undefined);
      return unlessBusy(database, answer, known);
    },
  };
}

function migrationsFound({ pending, unknown }: { readonly pending: readonly string[]; readonly unknown: readonly string[] }): Finding {
  if (pending.length > 0)
    return failed(`データベースの移行が ${pending.length} 件残っています。`, `${pending.length} migrations of the database are pending.`);
  return unknown.length > 0 ? { state: 'OK', says: NEWER } : OK;
}
const NEWER = {
  ja: 'データベースは、このプログラムより新しい版で移行済みです。',
  en: 'The database has been migrated by a newer version than this one.',
};

/** The tail brings this node what happens elsewhere. */
export const tailPart = (tail: Tail): Part => ({
  name: 'tail',
  look() {
    const seconds = Math.round(tail.lagMs / 1_000);
    if (tail.lagMs > STUCK_MS)
      return failed(`更新の取り込みが ${seconds} 秒止まっています。`, `News has not been taken in for ${seconds} seconds.`);
    if (tail.lagMs > LATE_MS) return degraded(`更新の取り込みが ${seconds} 秒遅れています。`, `News is taken in ${seconds} seconds late.`);
    return OK;
  },
});

/** Nobody's work waits for a published head, but without them the end of the trail could be cut off unnoticed. */
export const headsPart = (book: HeadBook): Part => ({
  name: 'heads',
  look: () =>
    book.probe().then(
      () => OK,
      () => degraded('記録台帳の値を公表できません（HEADS_DIR）。', 'Heads of the trail cannot be published (HEADS_DIR).'),
    ),
});

/** What the product does by itself stumbles: nobody's work here waits for it, and it begins anew by itself. */
export const roundsPart = (rounds: Rounds): Part => ({
  name: 'rounds',
  look() {
    const stumbled = rounds.stumbled.map((round) => ROUNDS[round]);
    if (stumbled.length === 0) return OK;
    return degraded(
      `定期的な処理がつまずいています：${stumbled.map(({ ja }) => ja).join('、')}。`,
      `What runs by itself stumbles: ${stumbled.map(({ en }) => en).join(', ')}.`,
    );
  },
});

/** Reports are answered by the primary while it cannot: nobody waits, but the primary has the work. */
export const replicaPart = (replica: Replica): Part => ({
  name: 'replica',
  async look() {
    const standing = await replica.look();
    const entries = replica.lacks;
    if (standing === 'LEVEL') return OK;
    if (standing === 'BEHIND')
      return degraded(
        `集計用の複製データベースが ${entries} 件遅れています。主データベースが代わりに答えます。`,
        `The replica for reports is ${entries} entries behind: the primary answers in its place.`,
      );
    return standing === 'ANOTHER'
      ? degraded(
          'REPORTS_DATABASE_URL は、このデータベースの複製ではありません。',
          'REPORTS_DATABASE_URL names no replica of this database.',
        )
      : degraded(
          '集計用の複製データベースに接続できません。',
          'The replica for reports cannot be reached: the primary answers in its place.',
        );
  },
});

/** Letters wait while the mail server does not take them. */
export const mailPart = (isTaken: () => boolean): Part => ({
  name: 'mail',
  look: () =>
    isTaken() ? OK : degraded('メールサーバーが応答しません。通知メールは待っています。', 'The mail server takes nothing: letters wait.'),
});

/** Room where the heads, and the embedded database, are kept. `isVital` where a full disk stops people's work. */
export const diskPart = (dir: string, reserveMib: number, isVital: boolean): Part => ({
  name: 'disk',
  async look() {
    const free = await freeMib(dir);
    if (free >= reserveMib) return OK;
    const [ja, en] = [`ディスクの空きが ${free} MiB です。`, `There are ${free} MiB left on the disk.`];
    return isVital && free < reserveMib / 16 ? failed(ja, en) : degraded(ja, en);
  },
});

/** Free space for ordinary accounts, in MiB; a directory that is still to be made will lie beside its neighbours. */
export async function freeMib(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir).catch(() => statfs(dirname(dir)));
  return Math.floor((bavail * bsize) / MIB);
}
