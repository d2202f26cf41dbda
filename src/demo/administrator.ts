import { randomBytes } from 'node:crypto';
import { v4 as randomId } from 'uuid';
import { addAgency } from '../modules/people/add-agency.js';
import { addStaff } from '../modules/people/add-staff.js';
import { postStaff } from '../modules/people/post-staff.js';
import type { Spine } from '../spine.js';

/** An account whose password is known only now. */
export interface FirstAccount {
  readonly login: string;
  readonly password: string;
}

const SETUP = { kind: 'system', name: 'system:setup' } as const;

/**
 * Gives a database that has nobody in it a municipality and someone who can add the others: the local account `admin`
 * with a random password, answered this once and kept nowhere. `null` when there is anybody.
 */
export async function addAdministrator({ database, act }: Spine): Promise<FirstAccount | null> {
  const [anyone] = await database.ask('select from staff limit 1');
  if (anyone) return null;
  const [clock] = await database.ask<{ today: string }>('select tsunagi_today()::text as today');
  const account = { login: 'admin', password: randomBytes(15).toString('base64url') };
  const agency = await act.run(SETUP, randomId(), addAgency, { name: '自治体', kind: 'MUNICIPALITY' });
  const staff = await act.run(SETUP, randomId(), addStaff, { name: 'システム管理者', kana: 'システムカンリシャ', ...account });
  const posting = { staffId: staff.id, agencyId: agency.id, profession: 'SYSTEM_ADMINISTRATOR', since: clock!.today } as const;
  await act.run(SETUP, randomId(), postStaff, posting);
  return account;
}
