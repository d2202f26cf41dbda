import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { SeatingInput } from '../cases/give-seat.js';
import { kindNamed } from '../conference/kind-of.js';
import { Agency } from '../people/agency.entity.js';
import { join } from './members.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { SeriesPart } from './series-member.entity.js';

@InputType({ description: 'Someone who takes part in a series: as posted today, in a part.' })
export class MembershipInput extends SeatingInput {
  @Field(() => SeriesPart, { defaultValue: 'MEMBER' }) part?: keyof typeof SeriesPart;
}

@InputType()
export class StartSeriesInput {
  @Field(() => ShortText, { description: 'The code of its kind: one over a caseload.' }) kind: string;
  @Field(() => Uuid, { description: 'The agency that hosts it.' }) agencyId: string;
  @Field(() => ShortText) name: string;
  @Field(() => ShortText, { description: 'Where it meets; it may be a room of another agency.' }) place: string;
  @Field(() => [MembershipInput], { description: 'Who takes part; exactly one as CHAIR.' }) members: MembershipInput[];
}

/**
 * Starts a series of meetings (定例会議) over a caseload, with its chair, its recorder and whom each agency sends. `FORBIDDEN` for an agency
 * that is not one's own; `INVALID` for a kind about one case, without exactly one chair, and for members without a fitting posting.
 */
export async function startSeries(work: Work, input: StartSeriesInput): Promise<MeetingSeries> {
  const { agencyId, name, place, members } = input;
  if (!(await work.scope.first(Agency, { id: agencyId, closedOn: null })))
    throw invalid('input.agencyId', 'UNKNOWN', { ja: 'この機関はありません。', en: 'There is no such agency.' });
  work.must('start', { agencyId }, MeetingSeries);
  const kind = await kindNamed(work, input.kind, 'CASELOAD');
  if (members.filter(({ part }) => part === 'CHAIR').length !== 1)
    throw invalid('input.members', 'REQUIRED', { ja: `${kind.chairTitle}を一人選んでください。`, en: 'Please choose one chair.' });
  const series = await work.insert(MeetingSeries, {
    kindId: kind.id,
    agencyId,
    name,
    place,
    startedById: work.staff.staffId,
    since: work.now,
    until: null,
  });
  work.record('series.started', series);
  for (const [at, member] of members.entries()) await join(work, series, kind, member, `input.members.${at}`);
  return series;
}
