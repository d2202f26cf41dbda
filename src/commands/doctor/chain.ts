import type pg from 'pg';
import type { Head, HeadBook } from '../../trail/heads.js';
import { look, well, wrong, type Finding } from './finding.js';

/** Entries from the end that are looked at: moments, whatever the length of the chain. */
const NEWEST = 5_000;

const VERIFY = {
  ja: 'npm run trail:verify で全体を検証し、担当者に知らせてください。',
  en: 'Run `npm run trail:verify` over all of it, and tell whoever answers for the trail.',
};

/** A quick look: the newest entries hang together, and every published head among them still stands. */
export async function chainFinding(client: pg.Client, book: HeadBook): Promise<Finding> {
  const { rows } = await client.query<{ seq: number }>(
    `with newest as (
       select seq, prev, hash, hash = sha256(prev || convert_to(body, 'UTF8')) as sealed, lag(seq) over chain as before, lag(hash) over chain as expected
         from (select * from trail order by seq desc limit ${NEWEST}) last window chain as (order by seq))
     select seq::float8 as seq from newest where not sealed or (before is not null and (seq <> before + 1 or prev <> expected)) order by seq limit 1`,
  );
  if (rows[0])
    return wrong(
      'trail',
      { ja: `記録 ${rows[0].seq} 番が前の記録とつながりません。`, en: `Entry ${rows[0].seq} does not hang together with the one before.` },
      VERIFY,
    );
  const lost = await missedHead(client, await book.read());
  if (lost)
    return wrong(
      'trail',
      { ja: `公表済みの値（${lost.seq} 番）と一致しません。`, en: `The published head of entry ${lost.seq} is not met.` },
      VERIFY,
    );
  return well('trail', {
    ja: `最新の記録（最大 ${NEWEST} 件）に欠落・改変はありません。`,
    en: `The newest entries (up to ${NEWEST}) are in order and unedited.`,
  });
}

async function missedHead(client: pg.Client, heads: readonly Head[]): Promise<Head | undefined> {
  const newest = heads.slice(-NEWEST);
  const { rows } = await client.query<{ seq: number; hash: string }>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash from trail where seq = any ($1::bigint[])`,
    [newest.map(({ seq }) => seq)],
  );
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  return newest.find(({ seq, hash }) => hashes.get(seq) !== hash);
}

/** Heads can be published, and the newest is not far behind. */
export async function headsFinding(client: pg.Client, book: HeadBook): Promise<Finding> {
  const cure = { ja: 'HEADS_DIR を書き込めるようにしてください。', en: 'Let the product write in HEADS_DIR.' };
  const canPublish = await book.probe().then(
    () => true,
    () => false,
  );
  if (!canPublish) return wrong('heads', { ja: '記録台帳の値を公表できません。', en: 'Heads of the trail cannot be published.' }, cure);
  const { rows } = await client.query<{ seq: number }>('select coalesce(max(seq), 0)::float8 as seq from trail');
  const behind = rows[0]!.seq - ((await book.read()).at(-1)?.seq ?? 0);
  if (behind <= 0) return well('heads', { ja: '最新の値まで公表されています。', en: 'The newest head is published.' });
  return look(
    'heads',
    { ja: `公表された値は最新より ${behind} 件前です。`, en: `The newest published head is ${behind} entries behind.` },
    {
      ja: '製品が動いていれば数秒で公表されます。続くときは記録を確かめてください。',
      en: 'A running product publishes within seconds; if it stays so, look at the log.',
    },
  );
}
