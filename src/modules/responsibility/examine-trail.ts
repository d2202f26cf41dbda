import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Database } from '../../database/database.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { denial } from '../../permissions/actions.js';
import { forbidden, invalid } from '../../refusal.js';
import { HeadBook } from '../../trail/heads.js';
import { SEALED_COLUMNS, type Sealed } from '../../trail/sealed.js';
import { verdictOf } from '../../trail/verdict.js';
import { Walk, type Finding, type Waypoint } from '../../trail/verify.js';

/** Entries that are examined for one question. */
const STRETCH = 10_000;
/** Entries at a time: some ten milliseconds, after which others are answered. */
const BATCH = 500;
const HASH = /^[0-9a-f]{64}$/;
const NEXT = `select ${SEALED_COLUMNS} from trail where seq > $1 order by seq limit $2`;
const READER = { kind: 'system', name: 'system:live' } as const;

@ArgsType()
export class ExamineTrailArgs {
  @Field(() => Int, { defaultValue: 0, description: 'How far one has come; 0 begins at the first entry.' }) seq: number;
  @Field(() => String, { nullable: true, description: '`hash` of the stretch before.' }) hash?: string | null;
  @Field(() => String, { nullable: true, description: '`before` of the stretch before.' }) before?: string | null;
  @Field(() => Int, { defaultValue: 0, description: '`compared` of the stretch before.' }) compared: number;
}

@ObjectType({ description: 'How one stretch of the trail is: numbers and seals, nothing of what the entries say.' })
export class ExaminedStretch {
  @Field({ description: 'Every entry up to `seq` follows on the one before it, unedited.' }) sound: boolean;
  @Field(() => Int, { description: 'The last entry that was examined.' }) seq: number;
  @Field() hash: string;
  @Field() before: string;
  @Field(() => Int, { description: 'How many entries there are.' }) of: number;
  @Field({ description: 'Nothing is left to examine, or something is wrong.' }) isOver: boolean;
  @Field(() => Int, { description: 'How many published heads were met so far.' }) compared: number;
  @Field({ description: 'The finding so far in one sentence, in the language of the request.' }) verdict: string;
}

/**
 * Examines the next stretch of the chain from where the client has come to, so that a trail of any length is walked while the product goes on
 * working, by whoever wants to see it walked. Published heads are compared as they are met. `FORBIDDEN` to whoever does not answer for the trail.
 */
export async function examineTrail(door: ResolverDoor, args: ExamineTrailArgs): Promise<ExaminedStretch> {
  if (!(await door.ability()).can('examine', 'TrailEntry', {})) throw forbidden(denial('examine', 'TrailEntry'));
  const { database, config, language } = door.request;
  const published = (await new HeadBook(config.headsDir).read()).filter(({ seq }) => seq > args.seq);
  const walk = new Walk(published, waypointOf(args));
  const wrong = await walkOn(database, walk, args.seq + STRETCH);
  const of = await lengthOf(database);
  const isOver = wrong !== null || walk.entries >= of;
  const finding = wrong ?? (isOver ? walk.end() : walk.sofar());
  return { ...walk.reached, of, isOver, sound: finding.sound, verdict: verdictOf(finding)[language] };
}

async function walkOn(database: Database, walk: Walk, until: number): Promise<Finding | null> {
  while (walk.entries < until) {
    const rows = await database.read<Sealed>(READER, NEXT, [walk.entries, BATCH]);
    const wrong = walk.through(rows);
    if (wrong || rows.length < BATCH) return wrong;
  }
  return null;
}

async function lengthOf(database: Database): Promise<number> {
  const [last] = await database.read<{ seq: number }>(READER, 'select coalesce(max(seq), 0)::int as seq from trail', []);
  return last!.seq;
}

function waypointOf({ seq, hash, before, compared }: ExamineTrailArgs): Waypoint | null {
  if (seq === 0) return null;
  if (seq > 0 && hash && before && HASH.test(hash) && HASH.test(before)) return { seq, hash, before, compared };
  throw invalid('hash', 'FORMAT', { ja: '前回の続きの値が正しくありません。', en: 'This is not where an examination can go on from.' });
}
