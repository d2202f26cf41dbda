import { Code, codes, Count, Fact, Hidden, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

export const SignInMethod = codes('SignInMethod', ['PASSWORD', 'PASSKEY', 'PROVIDER', 'LINK']);
export const ProofKind = codes('ProofKind', ['TOTP', 'PASSKEY', 'RECOVERY_CODE', 'PROVIDER']);

@Table('session', 'A signed-in session. It ends at sign-out, when its time is over, or when nothing was asked for long.')
export class Session implements Row {
  @Id() id: string;
  @Ref() staffId: string;
  @Hidden('bytea') tokenHash: Buffer;
  @Moment() startedAt: Date;
  @Moment({ responsible: true }) expiresAt: Date;
  @Moment({ nullable: true, responsible: true }) endedAt: Date | null;
  /** To the minute. */
  @Moment() lastSeenAt: Date;
  @Hidden('int') idleMinutes: number;
  @Code(SignInMethod) method: keyof typeof SignInMethod;
  @Code(ProofKind, { nullable: true }) factor: keyof typeof ProofKind | null;
  /** What the browser or program called itself. */
  @Line() device: string;
  /** Whether the person had signed in with this browser before. */
  @Fact() isKnownDevice: boolean;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
}
