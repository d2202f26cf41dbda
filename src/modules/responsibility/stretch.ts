import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import type { Conditions } from '../../permissions/rules.js';
import { invalid } from '../../refusal.js';

const USUAL = 100;

@ArgsType()
export class StretchArgs {
  @Field(() => Int, { defaultValue: 0, description: 'Only entries after this number.' }) after: number;
  @Field(() => Int, { nullable: true, description: 'Only entries before this number.' }) before?: number | null;
  @Field(() => Int, { nullable: true, description: `So many of these from the oldest on; ${USUAL} when neither is given.` }) first?:
    number | null;
  @Field(() => Int, { nullable: true, description: 'So many of these up to the newest.' }) last?: number | null;
}

/**
 * Reads a stretch of the trail, in the trail's own order whichever end it is counted from: `last` gives the newest, and `before` with
 * the oldest number that one has gives what came earlier. `INVALID` when it is counted from both ends.
 */
export async function stretchOf<Entry>(
  { after, before, first, last }: StretchArgs,
  read: (choice: Required<Pick<Choice, 'where' | 'order' | 'first'>>) => Promise<Entry[]>,
): Promise<Entry[]> {
  if (typeof first === 'number' && typeof last === 'number') {
    throw invalid('last', 'NOT_ALLOWED', {
      ja: '古い方からの件数と新しい方からの件数は、どちらか一方だけを指定してください。',
      en: 'Please count either from the oldest or from the newest.',
    });
  }
  const where: Conditions = { seq: { $gt: after, ...(typeof before === 'number' ? { $lt: before } : {}) } };
  if (typeof last !== 'number') return read({ where, order: ['seq'], first: first ?? USUAL });
  return (await read({ where, order: ['-seq'], first: last })).toReversed();
}
