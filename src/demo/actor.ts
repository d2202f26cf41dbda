import { v4 as randomId } from 'uuid';
import type { Verb } from '../database/act.js';
import { loadActor } from '../database/load-actor.js';
import { SelectionCompiler, selectionFor, type Wanted } from '../database/selection.js';
import type { Type } from '../database/shape.js';
import type { Row } from '../database/work.js';
import { SupportCase } from '../modules/cases/support-case.entity.js';
import { recordConsent } from '../modules/sharing/record-consent.js';
import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import type { Conditions } from '../permissions/rules.js';
import type { Spine } from '../spine.js';
import { DEMO_AGENCIES, DEMO_PEOPLE, type DemoAgencyKey, type DemoLogin } from './people.js';

/** A row as whoever acts on it needs it. */
export type Found = Pick<Row, 'id' | 'version'>;

/** One of the demonstration's people, acting through the two doors as they would from the API, and under the same rules. */
export class DemoActor {
  constructor(
    private readonly spine: Spine,
    readonly staffId: string,
  ) {}

  /** Carries out a verb; returns the id of the row that it made or changed. */
  async does<Input>(verb: Verb<Input>, input: Input): Promise<string> {
    return (await this.spine.act.run(await this.described(), randomId(), verb, input)).id;
  }

  /** The rows that they see of those that meet the conditions. */
  finds(type: Type, where: Conditions): Promise<Found[]> {
    return this.reads<Found>(type, where, { id: true, version: true });
  }

  /** The same, with whatever is wanted of them. */
  async reads<T = object>(type: Type, where: Conditions, wanted: Wanted): Promise<T[]> {
    const actor = await this.described();
    const compiler = new SelectionCompiler(this.spine.database, Ability.of(actor));
    const sql = compiler.list(type, selectionFor(wanted), { where, order: ['id'] });
    const [row] = await this.spine.database.read<{ json: T[] }>(actor, sql, compiler.values.list);
    return row!.json;
  }

  /** As they stand at this instant: a seat that was just given counts. */
  private async described(): Promise<StaffActor> {
    return (await loadActor(this.spine.database, this.staffId))!;
  }
}

/** Everyone of the demonstration, their agencies, and the day. */
export interface DemoCast {
  readonly people: Readonly<Record<DemoLogin, DemoActor>>;
  /** Their ids. */
  readonly agencies: Readonly<Record<DemoAgencyKey, string>>;
  /** The calendar day so many days from today. */
  readonly inDays: (days: number) => string;
  /** Times for a session that begins at once. */
  readonly atOnce: { readonly startsAt: string; readonly endsAt: string };
}

/** The demonstration's people, once `fillPeople` has made them. */
export async function castOf(spine: Spine): Promise<DemoCast> {
  const { database } = spine;
  const accounts = await database.ask<{ login: string; id: string }>('select login, staff_id as id from account where login = any ($1)', [
    DEMO_PEOPLE.map((person) => person.login),
  ]);
  const agencies = await database.ask<{ name: string; id: string }>('select name, id from agency');
  const [clock] = await database.ask<{ today: string; now: Date }>('select tsunagi_today()::text as today, tsunagi_now() as now');
  const { today, now } = clock!;
  const idOf = (name: string) => agencies.find((agency) => agency.name === name)!.id;
  return {
    people: Object.fromEntries(accounts.map(({ login, id }) => [login, new DemoActor(spine, id)])) as DemoCast['people'],
    agencies: Object.fromEntries(DEMO_AGENCIES.map(({ key, name }) => [key, idOf(name)])) as DemoCast['agencies'],
    atOnce: { startsAt: later(now, SOON_MS).toISOString(), endsAt: later(now, HOUR_MS).toISOString() },
    inDays: (days) =>
      later(new Date(today), days * DAY_MS)
        .toISOString()
        .slice(0, 10),
  };
}

const SOON_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

/** What a Hello Work office is told of a client who looks for work, with her signed consent. */
export async function consentToHelloWork(keyPerson: DemoActor, caseId: string, { agencies, inDays }: DemoCast): Promise<void> {
  const household = { members: { id: true, relation: true } } as const;
  const [found] = await keyPerson.reads<{ household: { members: { id: string; relation: string }[] } }>(
    SupportCase,
    { id: caseId },
    { household },
  );
  await keyPerson.does(recordConsent, {
    caseId,
    memberId: found!.household.members.find(({ relation }) => relation === 'SUBJECT')!.id,
    provision: 'PERMIT',
    agencyIds: [agencies.hellowork],
    categories: ['EMPLOYMENT', 'EDUCATION', 'IDENTITY', 'CONSULTATION'],
    purpose: 'EMPLOYMENT',
    evidence: 'SIGNED_FORM',
    givenOn: inDays(0),
  });
}
