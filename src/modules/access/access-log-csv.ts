import { selectionFor } from '../../database/selection.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { CATEGORY_NAMES, GRANTED_AS_NAMES } from '../../permissions/names.js';
import type { InformationCategory } from '../cases/category.js';
import { csv } from '../responsibility/csv.js';
import { inJapan } from '../responsibility/sentence-of.js';
import { AccessEntry } from './access-entry.view.js';

const HEADINGS = ['日時', '閲覧者', '対象', '対象の識別子', '情報区分', '項目', '経路', '操作', '根拠', '閲覧の識別子'];
const WANTED = selectionFor({
  at: true,
  staff: { name: true },
  aboutType: true,
  aboutId: true,
  category: true,
  fields: true,
  channel: true,
  operation: true,
  seenAs: true,
  accessId: true,
});

/** Who read what of a case, as a table for whoever has to account for it. */
export async function accessLogCsv(door: ResolverDoor, caseId: string): Promise<string> {
  const entries = await door.select(AccessEntry, WANTED, { where: { caseId }, order: ['at', 'id'], whole: true });
  return csv(
    HEADINGS,
    entries.map((entry) => [
      inJapan(entry.at),
      entry.staff?.name,
      entry.aboutType,
      entry.aboutId,
      CATEGORY_NAMES[entry.category as InformationCategory],
      entry.fields!.join(' '),
      entry.channel,
      entry.operation,
      GRANTED_AS_NAMES[entry.seenAs],
      entry.accessId,
    ]),
  );
}
