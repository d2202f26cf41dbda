import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** For whoever watches the process: alive while it answers, ready while its database does too. */
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('live')
  live() {
    return { product: 'tsunagi', live: true };
  }

  @Get('ready')
  async ready() {
    const [row] = await this.database.ask<{ seq: string | null }>('select max(seq) as seq from trail').catch(() => []);
    if (!row) throw new ServiceUnavailableException({ product: 'tsunagi', ready: false });
    return { product: 'tsunagi', ready: true };
  }
}
