import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isId } from 'uuid';
import type { Config } from '../../config.js';
import { AccessLog } from '../../database/access-log.js';
import { Database } from '../../database/database.js';
import type { Rates } from '../../gate/rates.js';
import { askerOf } from '../../graphql/asker.js';
import { RefusalFilter } from '../../graphql/refusal.filter.js';
import { notFound } from '../../refusal.js';
import { CONFIG, RATES } from '../../spine.js';
import { sightsOf, type HeldAbout } from './held-about.js';
import { pageOf } from './page-of.js';

const INERT = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

/** Where an officer fetches what is held about a household: for programs as JSON, for people as a page to print. */
@Controller()
@UseFilters(RefusalFilter)
export class ExportsController {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(CONFIG) readonly config: Config,
    @Inject(RATES) readonly rates: Rates,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  @Get('exports/:id')
  async fetch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('as') as?: string,
  ): Promise<void> {
    const actor = await askerOf(this, request, reply);
    // What is held goes past the rules of its rows, and so past what a token is narrowed to: such a token fetches none.
    if (!isId(id) || actor.scope) throw notFound();
    const [row] = await this.database.read<{ held: HeldAbout | null; at: Date }>(
      actor,
      'select held_about($1) as held, tsunagi_now() as at',
      [id],
    );
    const { held, at } = row!;
    if (!held) throw notFound();
    this.accessLog.note(actor, { rows: [], at, sights: sightsOf(held) }, { channel: 'EXPORT', operation: 'GET exports' });
    const isJson = as === 'json';
    await reply
      .headers({ ...INERT, 'content-disposition': `attachment; filename="held-about.${isJson ? 'json' : 'html'}"` })
      .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
      .send(isJson ? JSON.stringify(held, null, 2) : pageOf(held, at));
  }
}
