import type { App } from '../../../src/create-app.js';
import type { Tally } from './tally.js';
import type { Person, World } from './world.js';

/** Which lock holds: both, as in the product; the rules by themselves; or the second lock by itself, which knows only cases. */
export type Lock = 'both' | 'rules' | 'rows';

/** The product on a world, and the tally of one instant. */
export interface Scene {
  readonly product: App;
  readonly url: string;
  readonly world: World;
  readonly instant: Date;
  readonly tally: Tally;
  readonly lock: Lock;
  /** The types that are compared where whole tables are read. */
  readonly types: readonly string[];
}

/** One way in which the product shows rows to a person. */
export type Channel = (scene: Scene, person: Person) => Promise<void>;
