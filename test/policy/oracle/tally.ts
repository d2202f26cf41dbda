import { standing } from './policy.js';
import type { Person, Row, World } from './world.js';

/** What a row's sight should be for a person, for one kind of comparison. */
export type Truth = (person: Person, row: Row) => boolean;

/** Counts decisions, each about one row for one person on one channel, and keeps those in which the product differs from the policy. */
export class Tally {
  constructor(world: World, instant: Date, truth: Truth) {
    this.world = world;
    this.instant = instant;
    this.truth = truth;
  }

  comparisons = 0;
  readonly differences: string[] = [];
  readonly byChannel = new Map<string, number>();
  readonly world: World;
  readonly instant: Date;
  readonly truth: Truth;

  /** One decision. `expected` unless the channel shows fewer rows than may be seen. */
  decide(person: Person, row: Row, channel: string, was: boolean, expected = this.truth(person, row)): void {
    this.counted(channel);
    if (was === expected) return;
    const what = `${row.type} ${row.id}${row.category ? ` (${row.category}${row.kind ? `, ${row.kind}` : ''})` : ''}`;
    const said = (shown: boolean) => (shown ? 'seen' : 'not seen');
    this.differs(
      `${person.name} and ${what}, on ${channel}: expected ${said(expected)}, was ${said(was)}. ${this.standingOf(person, row)}`,
    );
  }

  /** Decides each of these rows, given the ids that a channel showed; one that it should not know at all is a difference too. */
  decideAll(person: Person, rows: readonly Row[], channel: string, shown: readonly string[], isListed: Truth = () => true): void {
    const ids = new Set(shown);
    for (const row of rows) {
      this.decide(person, row, channel, ids.delete(row.id), isListed(person, row) && this.truth(person, row));
    }
    for (const id of ids) this.differs(`${person.name}, on ${channel}: was shown ${id}, which does not belong there.`);
  }

  /** Something that is no row, but follows from rows: a count, a text. */
  same(person: Person, channel: string, was: unknown, expected: unknown): void {
    this.counted(channel);
    if (was !== expected) this.differs(`${person.name}, on ${channel}: expected ${String(expected)}, was ${String(was)}.`);
  }

  /** Takes in what was counted elsewhere. */
  include(other: Tally): void {
    this.comparisons += other.comparisons;
    this.differences.push(...other.differences);
    for (const [kind, count] of other.byChannel) this.byChannel.set(kind, (this.byChannel.get(kind) ?? 0) + count);
  }

  private counted(channel: string): void {
    this.comparisons++;
    const kind = channel.replace(/[ .].*/, '');
    this.byChannel.set(kind, (this.byChannel.get(kind) ?? 0) + 1);
  }

  private standingOf(person: Person, row: Row): string {
    return `Standing: ${standing(this.world, person, row, this.instant)}.`;
  }

  private differs(sentence: string): void {
    this.differences.push(`${sentence} [seed ${this.world.seed}, at ${this.instant.toISOString()}]`);
  }
}
