import type { IncomingMessage } from 'node:http';
import { Controller, Get, Inject, Param, Put, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as newId, validate as isId } from 'uuid';
import type { Config } from '../../config.js';
import { AccessLog } from '../../database/access-log.js';
import { Database } from '../../database/database.js';
import { readRows } from '../../database/reading.js';
import { selectionFor } from '../../database/selection.js';
import type { FileStore } from '../../files/store.js';
import type { Rates } from '../../gate/rates.js';
import { askerOf } from '../../graphql/asker.js';
import { RefusalFilter } from '../../graphql/refusal.filter.js';
import { Keyring } from '../../keyring.js';
import { Ability } from '../../permissions/ability.js';
import { denial } from '../../permissions/actions.js';
import type { StaffActor } from '../../permissions/actor.js';
import { forbidden, notFound, tooMany } from '../../refusal.js';
import { CONFIG, FILES, LOG, RATES, type Log } from '../../spine.js';
import { refuseWithdrawn } from './attach-file.js';
import { Attachment } from './attachment.entity.js';
import { asFile } from './file-name.js';
import { INERT } from './inert.js';
import { openStored } from './open-stored.js';
import { receiptOf } from './receipt.js';
import { takeIn, tooLarge } from './take-in.js';

/** Files that one person may bring at the same time. */
const MOST_AT_ONCE = 4;
const WHAT = selectionFor({ id: true, name: true, bytes: true, sealedKey: true, withdrawnAt: true });

/** Where bytes come in and go out. Neither is JSON, so neither goes through GraphQL; who asks, and what they may, is decided in the same way. */
@Controller()
@UseFilters(RefusalFilter)
export class FilesController {
  private readonly bringing = new Map<string, number>();

  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(CONFIG) readonly config: Config,
    @Inject(RATES) readonly rates: Rates,
    @Inject(FILES) readonly store: FileStore,
    @Inject(Keyring) readonly keyring: Keyring,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(LOG) readonly log: Log,
  ) {}

  /**
   * Takes in the bytes of a file, for whoever may attach one somewhere, and answers with a receipt for `attachFile`. A form of another site cannot send
   * this: neither the method nor the type of the content is one that a browser lets it use without asking.
   */
  @Put('uploads')
  async upload(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { staffId } = await this.bringer(request, reply);
    const most = this.config.largestFile;
    if (Number(request.headers['content-length'] ?? 0) > most * 1_048_576) throw tooLarge(most);
    const id = newId();
    const [clock] = await this.database.ask<{ now: Date }>('select tsunagi_now() as now');
    const { kind, bytes, key, digest, sealedDigest } = await this.counted(staffId, () =>
      takeIn(request.body as IncomingMessage, this.store, id, most),
    );
    const sha256 = digest.toString('hex');
    const told = { id, staffId, at: clock!.now.toISOString(), kind, bytes, digest: sha256 };
    reply.header('cache-control', 'no-store').code(201);
    return {
      upload: receiptOf(this.keyring, { ...told, sealedDigest: sealedDigest.toString('hex'), key: key.toString('base64') }),
      kind,
      bytes,
      sha256,
    };
  }

  /** Hands out a file to whoever may read it, opened as it goes. `NOT_FOUND` for one that they may not see; `CONFLICT` for one that was withdrawn. */
  @Get('attachments/:id')
  async download(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await askerOf(this, request, reply);
    if (!isId(id)) throw notFound();
    const reading = await readRows(this.database, actor, Ability.of(actor), Attachment, WHAT, { where: { id }, first: 1 });
    const [attachment] = reading.rows;
    if (!attachment) throw notFound();
    refuseWithdrawn(attachment);
    if (attachment.sealedKey === null) throw notFound();
    // Through JSON the key comes as PostgreSQL writes bytes: \x and hexadecimal.
    const sealedKey = Buffer.from(String(attachment.sealedKey).slice(2), 'hex');
    const opened = await openStored(this, id, sealedKey);
    this.accessLog.note(actor, reading, { channel: 'FILE', operation: 'GET attachments' });
    await reply.headers({ ...INERT, 'content-length': attachment.bytes, 'content-disposition': asFile(attachment.name) }).send(opened);
  }

  /** Whoever may attach a file to some case. Nobody else's bytes are taken in at all. */
  private async bringer(request: FastifyRequest, reply: FastifyReply): Promise<StaffActor> {
    const actor = await askerOf(this, request, reply);
    if (Ability.of(actor).grantsTo('attach', 'Attachment').length === 0) throw forbidden(denial('attach', 'Attachment'));
    return actor;
  }

  private async counted<T>(staffId: string, take: () => Promise<T>): Promise<T> {
    const others = this.bringing.get(staffId) ?? 0;
    if (others >= MOST_AT_ONCE) throw tooMany();
    this.bringing.set(staffId, others + 1);
    try {
      return await take();
    } finally {
      const left = this.bringing.get(staffId)! - 1;
      if (left > 0) this.bringing.set(staffId, left);
      else this.bringing.delete(staffId);
    }
  }
}
