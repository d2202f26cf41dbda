import { createHash, randomInt } from 'node:crypto';
import type { Work } from '../../database/work.js';
import { notFound } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import { refuseUnlessFresh } from './fresh.js';

const CODES = 10;
/** Without what is mistaken for something else when it is read from paper: 0 O, 1 I L. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 6;
const GROUP = 4;

const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Ten codes of 118 bits each: beyond guessing, so a plain digest is enough to keep (ASVS 6.5.2). */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, group).join('-'));

/** However somebody types it: in small letters, full width, with or without hyphens. */
export const recoveryHashOf = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, ''),
    )
    .digest('hex');

interface NewCodes {
  readonly hashes: readonly string[];
}

/** Makes new recovery codes in place of those that were left. */
export async function makeRecoveryCodes(work: Work, { hashes }: NewCodes): Promise<Staff> {
  const { staffId } = work.staff;
  await refuseUnlessFresh(work);
  const account = await work.scope.first(Account, { staffId });
  if (!account) throw notFound();
  work.must('change', account);
  await work.save(account, { recoveryHashes: [...hashes] });
  const staff = await work.scope.one(Staff, staffId);
  work.record('recovery-codes.made', staff, { to: [staffId], left: hashes.length });
  return staff;
}
