import { Controller, Get, Header, Inject, NotFoundException, Param } from '@nestjs/common';
import type { Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { loadActorOfFeed } from '../../database/load-actor.js';
import { digestOf } from '../../graphql/actor.js';
import { CONFIG } from '../../spine.js';
import { feedOf } from './ics.js';
import { meetingsOf } from './meetings.js';

/** Calendars fetch here. The address is the key, so nothing on the way may keep an answer, and an unknown, revoked or ended one is not there. */
@Controller('calendars')
export class FeedController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':address')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  @Header('referrer-policy', 'no-referrer')
  async feed(@Param('address') address: string): Promise<string> {
    const [, token] = /^([\w-]{43})\.ics$/.exec(address) ?? [];
    const actor = token ? await loadActorOfFeed(this.database, digestOf(token)) : null;
    if (!actor) throw new NotFoundException({ statusCode: 404, message: 'Not found.' });
    const [clock] = await this.database.ask<{ now: Date }>('select tsunagi_now() as now');
    return feedOf(await meetingsOf(this.database, actor), this.config, clock!.now);
  }
}
