import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { digestOf, newApiToken } from '../../graphql/actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { ApiToken, TokenAccess, TokenSubject } from './api-token.entity.js';
import { refuseUnlessFresh } from './fresh.js';

const LONGEST_DAYS = 365;

@InputType()
export class IssueTokenInput {
  @Field(() => ShortText, { description: 'What it is for.' }) name: string;
  @Field(() => TokenAccess) access: keyof typeof TokenAccess;
  @Field(() => [TokenSubject], { description: 'The types that it reaches; empty stands for all.' }) subjects: (keyof typeof TokenSubject)[];
  @Field(() => Int, { description: `For how many days, 1 to ${LONGEST_DAYS}.` }) days: number;
  @Field(() => Uuid, { nullable: true, description: 'The service that it is for; oneself otherwise.' }) staffId?: string | null;
}

@ObjectType({ description: 'A new token. It is shown this once.' })
export class IssuedToken {
  @Field(() => Uuid) tokenId: string;
  @Field() token: string;
}

interface NewToken extends IssueTokenInput {
  readonly tokenHash: Buffer;
}

/**
 * Issues a token in one's own name, or as an administrator in that of a service. It passes on what its holder may do at the time, no more than
 * it says, and never the means to sign in. `CONFLICT` for another person.
 */
export async function issueToken(work: Work, { days, staffId: given, tokenHash, name, access, subjects }: NewToken): Promise<ApiToken> {
  await refuseUnlessFresh(work);
  if (days < 1 || days > LONGEST_DAYS) {
    throw invalid('input.days', 'FORMAT', {
      ja: `1日から${LONGEST_DAYS}日の間にしてください。`,
      en: `Please choose from 1 to ${LONGEST_DAYS} days.`,
    });
  }
  const staff = await work.lock(Staff, given ?? work.staff.staffId);
  if (staff.id !== work.staff.staffId) {
    work.must('administer', {}, ApiToken);
    if (!staff.isService)
      throw conflict({ ja: '他の職員の名前ではトークンを発行できません。', en: 'A token in the name of another person cannot be issued.' });
  }
  const token = await work.insert(ApiToken, {
    name,
    access,
    subjects: [...new Set(subjects)],
    staffId: staff.id,
    issuedById: work.staff.staffId,
    tokenHash,
    issuedAt: work.now,
    expiresAt: new Date(work.now.getTime() + days * 86_400_000),
    lastUsedAt: null,
    revokedAt: null,
  });
  if (staff.id === work.staff.staffId) work.must('issue', token);
  work.record('api-token.issued', token, { to: [staff.id] });
  return token;
}

@InputType()
export class RevokeTokenInput {
  @Field(() => Uuid) tokenId: string;
  @Field(() => Int) version: number;
}

/** Revokes a token: one's own, or as an administrator anybody's. Sockets that came with it close. `CONFLICT` when it was revoked before. */
export async function revokeToken(work: Work, input: RevokeTokenInput): Promise<ApiToken> {
  const token = await work.lock(ApiToken, input.tokenId, input.version);
  work.must('revoke', token);
  if (token.revokedAt !== null) throw conflict({ ja: 'すでに取り消されています。', en: 'It has been revoked already.' });
  await work.save(token, { revokedAt: work.now });
  work.record('api-token.revoked', token, { to: [token.staffId] });
  return token;
}

/** Issues a token and brings it, which nobody can find out later. */
export async function issuedToken(door: ResolverDoor, commandId: string, input: IssueTokenInput): Promise<IssuedToken> {
  const token = newApiToken();
  const { id } = await door.act(issueToken, commandId, { ...input, tokenHash: digestOf(token) });
  return { tokenId: id, token };
}
