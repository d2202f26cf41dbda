import { createMongoAbility, subject as asSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { denial, type Action } from './actions.js';
import type { Actor } from './actor.js';
import type { Sentence } from '../refusal.js';
import type { Because } from './grant.js';
import { rulesFor, type Grant } from './rules.js';
import type { SubjectName } from './subjects.js';
import { BEYOND_THE_TOKEN } from './token-scope.js';

/** The answer to "may I?", with the reason either way. */
export interface Verdict {
  readonly allowed: boolean;
  readonly because: Because;
}

const NONE: readonly Grant[] = [];

/** The lists among whose values a grant holds. They stay as they are for as long as it does. */
const listsOf = ({ conditions = {} }: Grant) =>
  Object.values(conditions).flatMap((wanted) => (typeof wanted === 'object' && wanted?.$in ? [wanted.$in] : []));

/** An actor's grants, ready to be asked about one row (`decide`) or compiled into SQL (`grantsTo`). */
export class Ability {
  private readonly casl: MongoAbility;
  private readonly sorted: ReadonlyMap<string, readonly Grant[]>;

  constructor(
    readonly grants: readonly Grant[],
    private readonly isScoped = false,
  ) {
    for (const list of grants.flatMap(listsOf)) Object.freeze(list);
    const rules = grants.map(({ action, subject, conditions, because }, index) => ({ action, subject, conditions, because, index }));
    this.casl = createMongoAbility(rules as unknown as RawRuleOf<MongoAbility>[]);
    this.sorted = Map.groupBy(grants, ({ action, subject }) => `${action} ${subject}`);
  }

  static of(actor: Actor): Ability {
    return new Ability(rulesFor(actor), actor.kind === 'staff' && Boolean(actor.scope));
  }

  can(action: Action, subject: SubjectName, row: object): boolean {
    return this.casl.can(action, asSubject(subject, { ...row }));
  }

  decide(action: Action, subject: SubjectName, row: object): Verdict {
    const rule = this.casl.relevantRuleFor(action, asSubject(subject, { ...row }));
    const because = (rule?.origin as { because?: Because } | undefined)?.because;
    return because ? { allowed: true, because } : { allowed: false, because: this.denial(action, subject) };
  }

  /** Why an action is refused to someone who may see the row: a token may be what stands in the way. */
  denial(action: Action, subject: SubjectName): Sentence {
    return this.isScoped ? BEYOND_THE_TOKEN : denial(action, subject);
  }

  /** The grants that concern this action on this subject: their OR is the WHERE. */
  grantsTo(action: Action, subject: SubjectName): readonly Grant[] {
    return this.sorted.get(`${action} ${subject}`) ?? NONE;
  }
}
