import { v4 as randomId } from 'uuid';
import { addAgency } from '../modules/people/add-agency.js';
import { addStaff } from '../modules/people/add-staff.js';
import { postStaff } from '../modules/people/post-staff.js';
import type { Spine } from '../spine.js';
import { castOf } from './actor.js';
import { addAdministrator, type FirstAccount } from './administrator.js';
import { fillCases } from './cases.js';
import { fillMeetings } from './meetings.js';
import { DEMO_AGENCIES, DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';

/** Who can sign in because the product made them. */
export interface SignIns {
  /** The accounts of the demonstration that exist in this database; none without it. */
  readonly people: readonly { readonly login: string; readonly who: string }[];
  readonly password: string;
  /** The administrator of a database that was empty and stays without demonstration: told this once. */
  readonly administrator: FirstAccount | null;
}

const SETUP = { kind: 'system', name: 'system:setup' } as const;
const LOCK = 20230913;

/**
 * Fills a database that has nobody in it through the same verbs that people use: with the demonstration network and
 * its cases, or with a first administrator. Processes that start together do it once; on a database in use it does nothing.
 */
export async function fillEmpty(spine: Spine): Promise<SignIns> {
  const administrator = await spine.database.write(SETUP, async (manager) => {
    // Filling takes longer than a transaction may otherwise wait, for its own work and for another process at it.
    await manager.query("select set_config('idle_in_transaction_session_timeout', '0', true), set_config('lock_timeout', '0', true)");
    await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
    return spine.config.demo ? fillDemonstration(spine) : addAdministrator(spine);
  });
  const present = await spine.database.ask<{ login: string }>('select login from account where login = any ($1)', [
    DEMO_PEOPLE.map((person) => person.login),
  ]);
  const logins = new Set(present.map((row) => row.login));
  return { people: DEMO_PEOPLE.filter((person) => logins.has(person.login)), password: DEMO_PASSWORD, administrator };
}

async function fillDemonstration(spine: Spine): Promise<null> {
  const [anyone] = await spine.database.ask('select from staff limit 1');
  if (anyone) return null;
  await fillPeople(spine);
  const cast = await castOf(spine);
  await fillCases(cast);
  await fillMeetings(cast);
  return null;
}

/** The demonstration's agencies, staff and postings. */
export async function fillPeople({ act, database }: Spine): Promise<void> {
  const since = await yearBegan(database);
  const agencies = new Map<string, string>();
  for (const { key, name, kind, parent } of DEMO_AGENCIES) {
    const made = await act.run(SETUP, randomId(), addAgency, { name, kind, parentId: parent ? agencies.get(parent) : null });
    agencies.set(key, made.id);
  }
  for (const { login, name, kana, postings } of DEMO_PEOPLE) {
    const staff = await act.run(SETUP, randomId(), addStaff, { name, kana, login, password: DEMO_PASSWORD });
    for (const { agency, profession, home } of postings) {
      const place = { agencyId: agencies.get(agency)!, homeAgencyId: home ? agencies.get(home) : null };
      await act.run(SETUP, randomId(), postStaff, { staffId: staff.id, profession, since, ...place });
    }
  }
}

/** The first of April: the day on which people in Japanese offices move. */
async function yearBegan(database: Spine['database']): Promise<string> {
  const [year] = await database.ask<{ began: string }>(
    "select to_char(tsunagi_today() - interval '3 months', 'YYYY') || '-04-01' as began",
  );
  return year!.began;
}
