import { Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate } from '../../graphql/scalars.js';
import type { AsOf } from './as-of.js';
import { Gap, gapsIn } from './gaps.js';
import { Held, heldBy, type HeldKind } from './held.js';

@ObjectType({ description: 'Who answered for what at the end of a day in Japan, read from what the trail sealed by then.' })
export class Responsibility {
  @Field(() => CalendarDate) on: string;
  @Field(() => [Held]) keyPersons: Held[];
  @Field(() => [Held]) seats: Held[];
  @Field(() => [Held], { description: 'Tasks unfinished then, and declined ones that nobody had taken since.' }) tasks: Held[];
  @Field(() => [Held]) issues: Held[];
  @Field(() => [Held]) roles: Held[];
  @Field(() => [Held], { description: 'Hand-overs of the key person offered and not yet answered.' }) handovers: Held[];
  @Field(() => [Gap], { description: 'Where responsibility was open.' }) gaps: Gap[];
  /** Where its other fields are read from. */
  readonly asOf: AsOf;
}

/** Reads who answered for what: a handful of statements, however much there is. */
export async function responsibilityAsOf(asOf: AsOf): Promise<Responsibility> {
  const { on } = asOf;
  const stands = await asOf.standing();
  const held = stands.map((entry) => heldBy(entry, on));
  const all = (kind: HeldKind) => held.filter((one) => one.kind === kind);
  return {
    on,
    asOf,
    keyPersons: all('KEY_PERSON'),
    seats: all('SEAT'),
    tasks: all('TASK').sort((a, b) => a.dueOn!.localeCompare(b.dueOn!)),
    issues: all('ISSUE'),
    roles: all('ROLE'),
    handovers: all('HANDOVER'),
    gaps: await gapsIn(asOf, stands),
  };
}
