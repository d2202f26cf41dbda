import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isId } from 'uuid';
import type { Config } from '../../config.js';
import { AccessLog } from '../../database/access-log.js';
import { Database } from '../../database/database.js';
import type { FileStore } from '../../files/store.js';
import type { Rates } from '../../gate/rates.js';
import { askerOf } from '../../graphql/asker.js';
import { RefusalFilter } from '../../graphql/refusal.filter.js';
import { Keyring } from '../../keyring.js';
import { notFound } from '../../refusal.js';
import { CONFIG, FILES, LOG, RATES, type Log } from '../../spine.js';
import { asFile } from '../attachments/file-name.js';
import { INERT as AS_FILE } from '../attachments/inert.js';
import { openStored } from '../attachments/open-stored.js';
import { sightsOf, withFiles, type HeldAbout } from './held-about.js';
import { pageOf } from './page-of.js';

const INERT = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

interface ExportedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sealed_key: Buffer;
  readonly case_id: string;
  readonly category: string;
  readonly at: Date;
}

/** Where an officer fetches what is held about a household: for programs as JSON, for people as a page to print. */
@Controller()
@UseFilters(RefusalFilter)
export class ExportsController {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(CONFIG) readonly config: Config,
    @Inject(RATES) readonly rates: Rates,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(FILES) readonly store: FileStore,
    @Inject(Keyring) readonly keyring: Keyring,
    @Inject(LOG) readonly log: Log,
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
    this.accessLog.note(actor, { at, sights: sightsOf(held) }, { channel: 'EXPORT', operation: 'GET exports' });
    const isJson = as === 'json';
    const place = `${this.config.publicUrl}/exports/${id}/files`;
    await reply
      .headers({ ...INERT, 'content-disposition': `attachment; filename="held-about.${isJson ? 'json' : 'html'}"` })
      .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
      .send(isJson ? JSON.stringify(withFiles(held, place), null, 2) : pageOf(withFiles(held, place), at));
  }

  /** The content of one file of an export, opened as it goes. `NOT_FOUND` for one that is none of the household's, was erased, or after the hour. */
  @Get('exports/:id/files/:file')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<void> {
    const actor = await askerOf(this, request, reply);
    if (!isId(id) || !isId(file) || actor.scope) throw notFound();
    const [found] = await this.database.read<ExportedFile>(actor, 'select *, tsunagi_now() as at from exported_file($1, $2)', [id, file]);
    if (!found) throw notFound();
    const opened = await openStored(this, file, found.sealed_key);
    const sights = sightsOf({ rows: { attachment: [{ id: file, case_id: found.case_id, category: found.category, name: found.name }] } });
    this.accessLog.note(actor, { at: found.at, sights }, { channel: 'EXPORT', operation: 'GET exports files' });
    await reply.headers({ ...AS_FILE, 'content-length': found.bytes, 'content-disposition': asFile(found.name) }).send(opened);
  }
}
