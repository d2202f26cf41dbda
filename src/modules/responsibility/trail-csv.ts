import { selectionFor } from '../../database/selection.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { csv } from './csv.js';
import { inJapan, sentenceOf, type Told } from './sentence-of.js';
import { TrailEntry } from './trail-entry.view.js';

const HEADINGS = ['番号', '日時', '種類', '操作者', '内容', 'ハッシュ値'];
const WANTED = selectionFor({ seq: true, at: true, kind: true, hash: true, sentence: true });

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly hash: string;
  readonly sentence: Told;
}

/**
 * The entries of a case that the reader may see, all of them or a stretch, so that whoever saves a long one sees it grow. Whoever keeps the file
 * holds heads that the verifier can compare.
 */
export async function trailCsv(door: ResolverDoor, caseId: string, after: number, first: number | null): Promise<string> {
  const many = typeof first === 'number' ? { first } : { whole: true as const };
  const where = { caseId, seq: { $gt: after } };
  const rows = (await door.select(TrailEntry, WANTED, { where, order: ['seq'], ...many })) as unknown as Line[];
  return csv(
    after === 0 ? HEADINGS : null,
    rows.map(({ seq, at, kind, hash, sentence }) => [
      seq,
      inJapan(at),
      kind,
      sentence.actor ?? 'システム',
      sentenceOf(sentence, 'ja'),
      hash,
    ]),
  );
}
