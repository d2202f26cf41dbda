import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { invalid } from '../../refusal.js';
import { Seat } from '../cases/seat.entity.js';
import { NO_SEAT } from '../tasks/owner.js';
import { ConferenceSession } from './conference-session.entity.js';
import { RoleAllocation } from './role-allocation.entity.js';
import { caseUnderTalk, refuseUnless } from './under-way.js';

@InputType()
export class AllocateRoleInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Uuid, { nullable: true, description: 'The item; needed in a meeting over a caseload.' }) itemId?: string | null;
  @Field(() => Uuid) staffId: string;
  @Field(() => ShortText, { description: 'Everyone on the case may read it.' }) role: string;
}

/**
 * Says which part someone plays (「誰が、どのような役割を果たすのか」, 武蔵野市); the part that they played before ends.
 * `INVALID` for someone without a seat; `CONFLICT` unless the session is open.
 */
export async function allocateRole(work: Work, input: AllocateRoleInput): Promise<RoleAllocation> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { id: sessionId } = session;
  const caseId = await caseUnderTalk(work, session, input.itemId);
  work.must('allocate', { caseId }, RoleAllocation);
  refuseUnless(session, 'OPEN');
  const { staffId, role, itemId = null } = input;
  const seat = await work.scope.first(Seat, { caseId, staffId, until: null });
  if (!seat) throw invalid('input.staffId', 'UNKNOWN', NO_SEAT);
  const earlier = await work.scope.first(RoleAllocation, { caseId, staffId, until: null });
  const allocated = await work.insert(RoleAllocation, {
    caseId,
    category: COORDINATION,
    sessionId,
    itemId,
    staffId,
    agencyId: seat.agencyId,
    role,
    since: work.now,
    until: null,
  });
  work.record('role.allocated', allocated, { to: [staffId] });
  if (earlier) {
    await work.save(earlier, { until: work.now });
    work.record('role.ended', earlier, { to: [staffId] });
  }
  return allocated;
}
