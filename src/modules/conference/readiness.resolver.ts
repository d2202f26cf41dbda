import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { WHOLE_ROW } from '../../database/selection.js';
import { codes } from '../../graphql/columns.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Matter, MeetingKind } from '../meetings/meeting-kind.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Profession } from '../people/posting.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { quorumOf, STANDINGS, standingOf, whoIs } from './mandatory.js';

const StandingCode = codes('Standing', STANDINGS);

@ObjectType({
  description: 'Whom a session cannot do without, and how they stand: before the day by their answer, on the day by whether they came.',
})
export class MandatoryMember {
  @Field(() => Profession, { nullable: true }) profession: keyof typeof Profession | null;
  @Field(() => Agency, { nullable: true }) agency: Agency | null;
  @Field({ description: 'In the language of the request.' }) name: string;
  @Field(() => StandingCode) standing: keyof typeof StandingCode;
}

@ObjectType({ description: 'Whether a session can decide what it is there for.' })
export class Readiness {
  @Field(() => [MandatoryMember]) mandatory: MandatoryMember[];
  @Field(() => Int, { description: 'How many are noted as present.' }) came: number;
  @Field(() => Int, { description: 'How many have to be there for a decision.' }) needed: number;
  @Field(() => [Matter], { description: 'What it cannot decide as it stands: before the day, as people have answered.' })
  cannotDecide: (keyof typeof Matter)[];
}

type Row = Pick<ConferenceSession, 'id' | 'kindId' | 'status'>;
const ASKED = ['id', 'staffId', 'agencyId', 'profession', 'status', 'attendance', 'insteadOfId'] as const;

/** Says before the day and on the day whether those have come, or will, without whom nothing can be decided. */
@Resolver(() => ConferenceSession)
export class ReadinessResolver {
  @ResolveField(() => Readiness, { description: 'Whether it can decide: mandatory members and quorum.' })
  async readiness(@Parent() parent: Record<string, unknown>, @Door() door: ResolverDoor): Promise<Readiness> {
    const session = parent[WHOLE_ROW] as Row;
    const [kind] = await door.columns(
      MeetingKind,
      ['mandatoryProfessions', 'mandatoryAgencyIds', 'needsMandatory', 'decides', 'quorumPercent'],
      {
        where: { id: session.kindId },
      },
    );
    const invitations = await door.columns(Invitation, ASKED, { where: { sessionId: session.id, withdrawnAt: null } });
    const agencies = (await door.columns(Agency, ['id', 'name'], { where: { id: { $in: kind!.mandatoryAgencyIds } } })) as Agency[];
    const standing = standingOf(kind!, invitations);
    const { came, needed } = quorumOf(kind!, invitations);
    const isMissing = standing.some((one) => one.standing !== 'CAME' && (session.status !== 'CONVENED' || one.standing !== 'WILL_COME'));
    const tooFew = session.status === 'OPEN' && came < needed;
    return {
      mandatory: standing.map((one) => ({
        profession: one.profession,
        agency: agencies.find((agency) => agency.id === one.agencyId) ?? null,
        name: whoIs(one, agencies)[door.request.language],
        standing: one.standing,
      })),
      came,
      needed,
      cannotDecide: tooFew ? kind!.decides : isMissing ? kind!.needsMandatory : [],
    };
  }
}
