import { v4 as randomId } from 'uuid';
import { addAgency } from '../modules/people/add-agency.js';
import { addStaff } from '../modules/people/add-staff.js';
import { postStaff } from '../modules/people/post-staff.js';
import type { Spine } from '../spine.js';
import { DEMO_AGENCIES, DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';

/** The accounts of the demonstration that exist in this database; none without it. */
export interface SignIns {
  readonly people: readonly { readonly login: string; readonly who: string }[];
  readonly password: string;
}

const SETUP = { kind: 'system', name: 'system:setup' } as const;

/** Fills a database that has nobody in it with the demonstration network, through the same verbs that people use. */
export async function fillEmpty(spine: Spine): Promise<SignIns> {
  const [anyone] = await spine.database.ask('select from staff limit 1');
  if (!anyone && spine.config.demo) await fillPeople(spine);
  const present = await spine.database.ask<{ login: string }>('select login from account where login = any ($1)', [
    DEMO_PEOPLE.map((person) => person.login),
  ]);
  const logins = new Set(present.map((row) => row.login));
  return { people: DEMO_PEOPLE.filter((person) => logins.has(person.login)), password: DEMO_PASSWORD };
}

/** The demonstration's agencies, staff and postings. */
export async function fillPeople({ act }: Spine): Promise<void> {
  const agencies = new Map<string, string>();
  for (const { key, name, kind, parent } of DEMO_AGENCIES) {
    const made = await act.run(SETUP, randomId(), addAgency, { name, kind, parentId: parent ? agencies.get(parent) : null });
    agencies.set(key, made.id);
  }
  for (const { login, name, kana, postings } of DEMO_PEOPLE) {
    const staff = await act.run(SETUP, randomId(), addStaff, { name, kana, login, password: DEMO_PASSWORD });
    for (const { agency, profession, home } of postings) {
      const place = { agencyId: agencies.get(agency)!, homeAgencyId: home ? agencies.get(home) : null };
      await act.run(SETUP, randomId(), postStaff, { staffId: staff.id, profession, since: '2026-04-01', ...place });
    }
  }
}
