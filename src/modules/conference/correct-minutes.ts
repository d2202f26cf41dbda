import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { forbidden, invalid, notFound } from '../../refusal.js';
import { Category } from '../cases/category.js';
import { AgendaItem } from './agenda-item.entity.js';
import { Invitation } from './invitation.entity.js';
import { Minutes } from './minutes.entity.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';

@InputType()
export class CorrectMinutesInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Uuid, { nullable: true, description: 'The item that it is about; without one it is about the session as such.' }) itemId?:
    string | null;
  @Field(() => Category, { defaultValue: COORDINATION, description: 'Only those who need that category read it.' }) category: Category;
  @Field(() => Narrative, { description: 'What is so instead.' }) body: string;
  @Field(() => Narrative) reason: string;
}

/**
 * Puts right what closed minutes say wrongly, with the reason: beside them, as those who were there may. The minutes stay as they are, also
 * when they were confirmed. `NOT_FOUND` where there are none yet; `FORBIDDEN` for people not invited, and beyond one's own categories.
 */
export async function correctMinutes(work: Work, input: CorrectMinutesInput): Promise<MinutesCorrection> {
  const { sessionId, category, body, reason } = input;
  const { staffId } = work.staff;
  const minutes = await work.scope.first(Minutes, { sessionId });
  if (!minutes) throw notFound();
  const own = await work.scope.first(Invitation, { sessionId, staffId });
  if (!own)
    throw forbidden({ ja: 'これができるのはこの回に招待された人だけです。', en: 'Only people invited to this session may do this.' });
  const item = input.itemId ? await itemOf(work, sessionId, input.itemId) : null;
  const { caseId, confinedTo } = item ?? minutes;
  refuseNobodys(caseId, category);
  const about = { caseId, seriesId: minutes.seriesId, category, confinedTo };
  work.must('write', { ...about, staffId }, MinutesCorrection);
  const correction = await work.insert(MinutesCorrection, {
    ...about,
    sessionId,
    minutesId: minutes.id,
    itemId: item?.id ?? null,
    staffId,
    agencyId: own.agencyId,
    body,
    reason,
    correctedAt: work.now,
  });
  work.record('minutes.corrected', correction, { to: await toldOf(work, minutes, correction) });
  return correction;
}

/** Everyone who was asked to confirm hears of it, where everyone may read it. */
async function toldOf(work: Work, minutes: Minutes, { caseId, category, staffId }: MinutesCorrection): Promise<string[]> {
  if (caseId !== minutes.caseId || category !== COORDINATION) return [];
  const asked = await work.scope.find(MinutesConfirmation, { minutesId: minutes.id, staffId: { $ne: staffId } });
  return asked.map((confirmation) => confirmation.staffId);
}

async function itemOf(work: Work, sessionId: string, id: string): Promise<AgendaItem> {
  const item = await work.scope.first(AgendaItem, { id, sessionId });
  if (item) return item;
  throw invalid('input.itemId', 'UNKNOWN', { ja: 'この回の議題ではありません。', en: 'This is no item of this session.' });
}

function refuseNobodys(caseId: string | null, category: Category): void {
  if (caseId || category === COORDINATION) return;
  throw invalid('input.category', 'NOT_ALLOWED', {
    ja: '情報区分のある訂正は、どの議題についてかを選んでください。',
    en: 'A correction in a category of information names its item.',
  });
}
