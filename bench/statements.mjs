// How many statements the server gets for each request, transaction control included: counted by PostgreSQL.
import { drive } from './load.mjs';

const REQUESTS = 200;

/** For each work, calls and the busiest statements of so many requests, asked one after the other. */
export async function statementsOf(ground, peer, asking, works) {
  const counted = {};
  const track = async (what) => {
    await ground.ask('postgres', `alter system set pg_stat_statements.track = '${what}'`);
    await ground.ask('postgres', 'select pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  for (const work of works) {
    const next = asking(work);
    const some = (count) => {
      let left = count;
      return { ...peer, postgres: ground.pid, connections: 1, seconds: 60, failed: () => false, next: () => (left-- > 0 ? next() : null) };
    };
    await drive(some(50));
    await track('top');
    // The reset itself, and what the product does by itself, are taken out by their text.
    await ground.ask('tsunagi', 'select pg_stat_statements_reset()');
    await drive(some(REQUESTS));
    const rows = await ground.ask(
      'tsunagi',
      `select query, calls::int, round((total_exec_time + total_plan_time)::numeric / calls, 3)::float as ms from pg_stat_statements
        where dbid = (select oid from pg_database where datname = $1) and query !~ 'pg_stat_statements' and calls > 0 order by total_exec_time + total_plan_time desc`,
      [peer.database],
    );
    await track('none');
    const calls = rows.reduce((sum, row) => sum + row.calls, 0);
    counted[work] = {
      perRequest: calls / REQUESTS,
      busiest: rows
        .slice(0, 14)
        .map((row) => ({ ...row, calls: row.calls / REQUESTS, query: row.query.replace(/\s+/g, ' ').slice(0, 200) })),
    };
  }
  return counted;
}
