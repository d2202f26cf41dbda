import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';
import { AccessLog } from './database/access-log.js';
import { Act } from './database/act.js';
import { Database } from './database/database.js';
import type { Rates } from './gate/rates.js';
import type { FileStore } from './files/store.js';
import { Keyring } from './keyring.js';
import { Readiness } from './operations/readiness.js';
import type { Rounds } from './operations/rounds.js';
import type { Doorbell } from './trail/doorbell.js';
import { Tail } from './trail/tail.js';

export const CONFIG = Symbol('config');
export const LOG = Symbol('log');
export const RATES = Symbol('rates');
export const FILES = Symbol('files');

/** What the product needs of a log: structured fields first, never names or narrative among them. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The parts that everything else stands on, made before Nest and handed to it. */
export interface Spine {
  readonly config: Config;
  readonly database: Database;
  readonly act: Act;
  readonly accessLog: AccessLog;
  readonly tail: Tail;
  /** What the database rings, besides what the tail reads. */
  readonly bell: Doorbell;
  readonly keyring: Keyring;
  readonly rates: Rates;
  /** Where sealed files lie. */
  readonly files: FileStore;
  readonly log: Log;
  readonly readiness: Readiness;
  /** What the product does by itself, again and again. */
  readonly rounds: Rounds;
}

/** Offers the spine to every module. */
@Global()
@Module({})
export class SpineModule {
  static of(spine: Spine): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: spine.config },
      { provide: LOG, useValue: spine.log },
      { provide: Database, useValue: spine.database },
      { provide: Act, useValue: spine.act },
      { provide: AccessLog, useValue: spine.accessLog },
      { provide: Tail, useValue: spine.tail },
      { provide: Keyring, useValue: spine.keyring },
      { provide: RATES, useValue: spine.rates },
      { provide: FILES, useValue: spine.files },
      { provide: Readiness, useValue: spine.readiness },
    ];
    return { module: SpineModule, providers, exports: providers };
  }
}
