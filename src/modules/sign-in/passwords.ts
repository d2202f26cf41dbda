import { hash, verify } from '@node-rs/argon2';

/** argon2id with the memory and passes that OWASP recommends: 19 MiB, 2 passes, one lane. */
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashOf = (password: string): Promise<string> => hash(password, COST);

const nobodys = hashOf('nobody signs in with this');

/** Whether the password is right. An unknown account takes as long to refuse as a wrong password. */
export async function isRight(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodys), password);
  return matches && passwordHash !== null;
}
