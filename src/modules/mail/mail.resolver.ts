import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { chooseMail, ChooseMailInput } from './choose-mail.js';
import { MailChoice } from './mail-choice.entity.js';

@Resolver()
export class MailResolver {
  @Query(() => MailChoice, { nullable: true, description: 'What the person who asks has chosen; none means no mail.' })
  @Allow('read', 'MailChoice')
  async myMail(@Door() door: ResolverDoor) {
    const { staffId } = await door.actor();
    const [choice] = await door.list(MailChoice, { where: { staffId }, first: 1 });
    return choice ?? null;
  }

  @Mutation(() => MailChoice, { nullable: true })
  @Allow('choose', 'MailChoice')
  chooseMail(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChooseMailInput) {
    return door.run(chooseMail, id, input);
  }
}
