import type { Choice } from '../../database/selection.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { invalid, notFound } from '../../refusal.js';
import { KINDS, type Kind } from '../../trail/kinds.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { BINDING_TYPES, both, concerns, everConcerned, missedBefore, stoodAt, type Condition, type Subject } from './conditions.js';
import { isSeen, PRESENT, STANDING, type Present, type Standing } from './held.js';
import { TrailEntry } from './trail-entry.view.js';

const ABOUT_RESPONSIBILITY = /^(case\.(opened|closed|lead)|seat|key-person|handover|issue|role|decision|task|postponement)/;
const HISTORY_KINDS: readonly Kind[] = KINDS.filter((kind) => ABOUT_RESPONSIBILITY.test(kind));

/**
 * The trail as it stood at the end of a day in Japan, about one case, agency (with those below it) or person.
 * Everything is read from what was sealed by then, under the rules of who asks now.
 */
export class AsOf {
  private constructor(
    private readonly door: ResolverDoor,
    readonly on: string,
    private readonly subject: Subject,
  ) {}

  /**
   * `INVALID` for a day that has not come, and unless exactly one subject is named; `NOT_FOUND` for one that does not
   * exist or may not be seen.
   */
  static async of(door: ResolverDoor, on: string, subject: Subject): Promise<AsOf> {
    refuseUnclear(subject);
    if (on > (await door.clock()).today)
      throw invalid('on', 'OUT_OF_ORDER', { ja: 'まだ来ていない日です。', en: 'That day has not come yet.' });
    if (!(await isThere(door, subject))) throw notFound();
    return new AsOf(door, on, subject);
  }

  /** The last entry about each row that bound somebody then, where both entry and row may be seen. */
  standing(): Promise<Standing[]> {
    const { caseId } = this.subject;
    return this.read(both(concerns(this.subject), stoodAt(this.instant, BINDING_TYPES, caseId ? [caseId] : null)));
  }

  /** Hand-overs of these cases that wait for an answer, whoever offers and whoever is asked. */
  async handoversOn(caseIds: readonly string[]): Promise<Standing[]> {
    return caseIds.length > 0 ? this.read(stoodAt(this.instant, ['KeyPersonHandover'], caseIds)) : [];
  }

  /** Those of these cases on which a task or an issue is open, and no session convened or open. */
  async withoutSession(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (caseIds.length === 0) return new Set();
    return this.lacking('ConferenceSession', stoodAt(this.instant, ['Task', 'Issue', 'ConferenceSession'], caseIds));
  }

  /** Those of these cases on which a task or an issue is open, and no appointment is agreed on for that day or later. */
  async withoutAppointment(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (caseIds.length === 0) return new Set();
    const isAhead: Condition = (entry, values) =>
      `(${entry}.about_type <> 'Appointment' or (${entry}.state ->> 'startsAt')::timestamptz >= ${values.add(`${this.on}T00:00:00+09:00`)}::timestamptz)`;
    return this.lacking('Appointment', both(stoodAt(this.instant, ['Task', 'Issue', 'Appointment'], caseIds), isAhead));
  }

  /** Cases with something open among these entries, and nothing of this type. */
  private async lacking(type: Present['aboutType'], also: Condition): Promise<ReadonlySet<string>> {
    const present = ((await this.door.select(TrailEntry, PRESENT, { also, whole: true })) as unknown as Present[]).filter(isSeen);
    const ahead = casesOf(present.filter(({ aboutType }) => aboutType === type));
    return new Set([...casesOf(present)].filter((caseId) => !ahead.has(caseId)));
  }

  /** Tasks as they stood when a deadline passed and they were unfinished. */
  missed(): Promise<Standing[]> {
    return this.read(both(concerns(this.subject), missedBefore(this.on)));
  }

  /** What a list of the history chooses: entries about whatever the subject ever answered for, or did. */
  history({ where, ...choice }: Choice): Choice {
    const upToThen = { kind: { $in: HISTORY_KINDS }, at: { $lte: this.instant } };
    return { where: { ...where, ...upToThen }, also: everConcerned(this.subject, this.instant), ...choice };
  }

  /** The last instant of the day, in Japan. Today it lies ahead, and nothing is sealed beyond now. */
  private get instant(): string {
    return `${this.on}T23:59:59.999+09:00`;
  }

  private async read(also: Condition): Promise<Standing[]> {
    const rows = await this.door.select(TrailEntry, STANDING, { also, order: ['seq'], whole: true });
    return (rows as unknown as Standing[]).filter(isSeen);
  }
}

const casesOf = (entries: readonly Present[]) => new Set(entries.map((entry) => entry.caseId));

function refuseUnclear({ caseId, agencyId, staffId }: Subject): void {
  const named = [caseId, agencyId, staffId].filter(Boolean).length;
  if (named === 1) return;
  throw invalid('caseId', named === 0 ? 'REQUIRED' : 'NOT_ALLOWED', {
    ja: 'ケース・機関・職員のうち一つだけを指定してください。',
    en: 'Please name a case, an agency or a member of staff: exactly one.',
  });
}

async function isThere(door: ResolverDoor, { caseId, agencyId, staffId }: Subject): Promise<boolean> {
  const id = caseId ?? agencyId ?? staffId ?? '';
  const type = caseId ? SupportCase : agencyId ? Agency : Staff;
  return (await door.columns<{ id: string }, 'id'>(type, ['id'], { where: { id } })).length > 0;
}
