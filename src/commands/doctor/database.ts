import type pg from 'pg';
import { migrationsOf } from '../../database/migrate.js';
import { look, well, wrong, type Finding } from './finding.js';

const OLDEST = 150_000;
/** A deadline is a day, and a session an hour: seconds do not matter, minutes do. */
const CLOCK_SECONDS = 5;

async function one<Row extends pg.QueryResultRow>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row> {
  return (await client.query<Row>(sql, values)).rows[0]!;
}

export async function versionFinding(client: pg.Client): Promise<Finding> {
  const { number, version } = await one<{ number: number; version: string }>(
    client,
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  if (number >= OLDEST) return well('database', { ja: `PostgreSQL ${version} に接続できます。`, en: `PostgreSQL ${version} answers.` });
  return wrong(
    'database',
    { ja: `PostgreSQL ${version} は古すぎます。`, en: `PostgreSQL ${version} is too old.` },
    { ja: '15 以降に更新してください。', en: 'Upgrade it to 15 or later.' },
  );
}

export async function migrationsFinding(client: pg.Client): Promise<Finding> {
  const { pending, edited, unknown } = await migrationsOf(client);
  if (edited.length > 0)
    return wrong(
      'migrations',
      {
        ja: `適用後に書き換えられた移行があります：${edited.join('、')}`,
        en: `Migrations were edited after they were applied: ${edited.join(', ')}.`,
      },
      { ja: '配布されたとおりのプログラムを使ってください。', en: 'Run the product as it was released.' },
    );
  if (pending.length > 0)
    return wrong(
      'migrations',
      {
        ja: `移行が ${pending.length} 件残っています：${pending.join('、')}`,
        en: `${pending.length} migrations are pending: ${pending.join(', ')}.`,
      },
      { ja: 'npm start で適用されます。その前に控えを取ってください。', en: '`npm start` applies them; take a backup first.' },
    );
  if (unknown.length > 0)
    return look(
      'migrations',
      {
        ja: `データベースのほうが新しい版です（${unknown.join('、')}）。`,
        en: `The database is of a newer version (${unknown.join(', ')}).`,
      },
      { ja: 'プログラムを新しい版に揃えてください。', en: 'Bring this installation to the newer version.' },
    );
  return well('migrations', { ja: '移行はすべて適用済みです。', en: 'All migrations are applied.' });
}

/** What the product's role may do to the trail is nothing but read; and every table that names a case stands behind the second lock. */
export async function rightsFinding(client: pg.Client): Promise<Finding> {
  const { acts, touches, open } = await one<{ acts: boolean; touches: string[]; open: string[] }>(
    client,
    `select pg_has_role(current_user, 'tsunagi_app', 'member') as acts,
       array(select privilege from unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) privilege where has_table_privilege('tsunagi_app', 'trail', privilege)) as touches,
       array(select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity and not relispartition
          and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'case_id' and not attisdropped)
          and has_table_privilege('tsunagi_app', pg_class.oid, 'SELECT') order by relname) as open`,
  );
  const cure = {
    ja: '移行を最初から適用した新しいデータベースと比べ、権限を戻してください。',
    en: 'Compare with a database that was prepared anew, and put the rights back.',
  };
  if (!acts)
    return wrong(
      'rights',
      { ja: '接続した利用者は tsunagi_app になれません。', en: 'The user of DATABASE_URL may not act as tsunagi_app.' },
      { ja: 'GRANT tsunagi_app TO 〈利用者〉 を実行してください。', en: 'Run GRANT tsunagi_app TO <that user>.' },
    );
  if (touches.length > 0)
    return wrong(
      'rights',
      {
        ja: `tsunagi_app が記録台帳を変更できます（${touches.join('、')}）。`,
        en: `tsunagi_app may change the trail (${touches.join(', ')}).`,
      },
      cure,
    );
  if (open.length > 0)
    return wrong(
      'rights',
      { ja: `行の保護が外れています：${open.join('、')}`, en: `Row-level security is off: ${open.join(', ')}.` },
      cure,
    );
  return well('rights', { ja: '権限と行の保護は定めのとおりです。', en: 'Rights and row-level security are as they should be.' });
}

export async function clockFinding(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { at } = await one<{ at: number }>(client, 'select (extract(epoch from tsunagi_now()) * 1000)::float8 as at');
  const seconds = Math.round((at - (before + Date.now()) / 2) / 1_000);
  if (Math.abs(seconds) <= CLOCK_SECONDS)
    return well('clock', { ja: '時計はデータベースと合っています。', en: 'The clock agrees with the database.' });
  return look(
    'clock',
    {
      ja: `時計がデータベースと ${Math.abs(seconds)} 秒ずれています。`,
      en: `The clock is ${Math.abs(seconds)} seconds off the database's.`,
    },
    {
      ja: '期限はデータベースの時計で決まります。両方を時刻サーバーに合わせてください。',
      en: 'Deadlines go by the database. Set both by a time server.',
    },
  );
}

/** As PostgreSQL takes them: some are kept for its superusers. */
const MOST_IN_USE = 0.8;
/** A statement of ours ends after fifteen seconds, a transaction that stands still after five. */
const LONG_SECONDS = 20;

/** Connections that are left for another node, and who holds up others. */
export async function usersFinding(client: pg.Client): Promise<Finding> {
  const { used, most, long, waiting } = await one<{ used: number; most: number; long: number; waiting: number }>(
    client,
    `select count(*) filter (where backend_type = 'client backend')::int as used, current_setting('max_connections')::int as most,
            count(*) filter (where xact_start < clock_timestamp() - interval '${LONG_SECONDS} seconds' and backend_type = 'client backend')::int as long,
            count(*) filter (where wait_event_type = 'Lock')::int as waiting from pg_stat_activity`,
  );
  if (used > most * MOST_IN_USE)
    return look(
      'connections',
      { ja: `接続 ${most} 本のうち ${used} 本が使用中です。`, en: `${used} of ${most} connections are in use.` },
      {
        ja: 'max_connections を増やすか、ノードの間に PgBouncer を置いてください（docs/scale.md）。',
        en: 'Raise max_connections, or put PgBouncer in between (docs/scale.md).',
      },
    );
  if (long > 0 && waiting > 0)
    return look(
      'connections',
      {
        ja: `${LONG_SECONDS} 秒を超える処理が ${long} 件あり、${waiting} 件が待たされています。`,
        en: `${long} transactions take longer than ${LONG_SECONDS} seconds, and ${waiting} wait for a lock.`,
      },
      {
        ja: 'pg_stat_activity で誰の処理か確かめ、止めてください（pg_terminate_backend）。',
        en: 'See in pg_stat_activity whose they are, and end them (pg_terminate_backend).',
      },
    );
  return well('connections', { ja: `接続 ${most} 本のうち ${used} 本を使用中です。`, en: `${used} of ${most} connections are in use.` });
}

/** Within a quarter of an hour every node begins sixty rounds. */
const UNTAKEN = '15 minutes';

/** Letters whose time has come and that nobody takes, that have waited for longer than the worst of retries, or that will never go out. */
export async function lettersFinding(client: pg.Client): Promise<Finding> {
  const { due, late, failed } = await one<{ due: number; late: number; failed: number }>(
    client,
    `select count(*) filter (where status in ('WAITING', 'SENDING') and next_try_at < tsunagi_now() - interval '${UNTAKEN}')::int as due,
            count(*) filter (where status in ('WAITING', 'SENDING') and written_at < tsunagi_now() - interval '1 day')::int as late,
            count(*) filter (where status = 'FAILED' and written_at > tsunagi_now() - interval '7 days')::int as failed from mail_letter`,
  );
  if (due > 0)
    return look(
      'letters',
      { ja: `送る時刻を過ぎたメール ${due} 通を、どのノードも送っていません。`, en: `${due} letters are due, and no node takes them.` },
      { ja: 'SMTP_URL を設定したノードが動いているか確かめてください。', en: 'See whether a node with SMTP_URL runs.' },
    );
  if (late + failed === 0) return well('letters', { ja: '滞っている通知メールはありません。', en: 'No letter is stuck.' });
  return look(
    'letters',
    {
      ja: `一日以上待っているメールが ${late} 通、この七日間に送れなかったメールが ${failed} 通あります。`,
      en: `${late} letters have waited for over a day, ${failed} could not be sent in the last seven days.`,
    },
    { ja: 'SMTP_URL とメールサーバーの記録を確かめてください。', en: "Look at SMTP_URL and at the mail server's log." },
  );
}
