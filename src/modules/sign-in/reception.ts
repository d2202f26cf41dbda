import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config.js';
import { Act } from '../../database/act.js';
import { Database } from '../../database/database.js';
import { addresses } from '../../gate/address.js';
import { Keyring } from '../../keyring.js';
import { CONFIG } from '../../spine.js';
import { Lanes } from './lanes.js';

/** Where people come who are not signed in yet: what signing in needs of the product. */
@Injectable()
export class Reception {
  readonly lanes = new Lanes();
  readonly addressOf: ReturnType<typeof addresses>;

  constructor(
    @Inject(CONFIG) readonly config: Config,
    @Inject(Database) readonly database: Database,
    @Inject(Act) readonly act: Act,
    @Inject(Keyring) readonly keyring: Keyring,
  ) {
    this.addressOf = addresses(config);
  }

  /** The instant by the database's clock. */
  async now(): Promise<Date> {
    const [clock] = await this.database.ask<{ now: Date }>('select tsunagi_now() as now');
    return clock!.now;
  }
}
