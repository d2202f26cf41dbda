import { channel } from 'node:diagnostics_channel';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { invalid } from '../../refusal.js';

/** argon2id with the memory and passes that OWASP recommends: 19 MiB, 2 passes, one lane. */
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Says that a digest was computed: a sign-in costs the same whether or not anybody has the login. */
const compared = channel('tsunagi:password-compared');

/** Keyboards write the same character in several ways, a full-width letter among them; a password is what it reads as (NIST SP 800-63B). */
const asRead = (password: string) => password.normalize('NFKC');

export const hashOf = (password: string): Promise<string> => hash(asRead(password), COST);

const nobodys = hashOf('nobody signs in with this');

/** Whether the password is right. An unknown account, and one without a password, takes as long to refuse as a wrong password. */
export async function isRight(passwordHash: string | null, password: string): Promise<boolean> {
  compared.publish({});
  const matches = await verify(passwordHash ?? (await nobodys), asRead(password));
  return matches && passwordHash !== null;
}

/** Guesses that an attacker offline would need at least: what zxcvbn calls safely unguessable begins here. */
const LEAST_GUESSES = 1e8;
/** Letters and digits that are left when what everybody knows of the person and the product is taken out. */
const LEAST_BESIDES = 8;
/** Characters that are judged: whatever comes after them makes it no easier, and judging takes far longer the more there are. */
const MOST_JUDGED = 64;
const PRODUCT = ['tsunagi', 'つなぎ'];
const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * Refuses a password that is among those tried first: the common ones, runs of the keyboard, repetitions, and what is known of the person or
 * the product. No rule about kinds of characters: they make passwords no harder to guess (NIST SP 800-63B 3.1.1.2).
 */
export function refuseGuessable(path: string, password: string, known: readonly string[]): void {
  const words = [...PRODUCT, ...known].flatMap((word) => asRead(word).toLowerCase().split(/\s+/));
  const read = asRead(password).toLowerCase();
  const besides = words.reduce((rest, word) => rest.replaceAll(word, ''), read).replace(/[^\p{L}\p{N}]/gu, '');
  if (besides.length >= LEAST_BESIDES && guesser.check(judgedOf(read), words).guesses >= LEAST_GUESSES) return;
  throw invalid(path, 'NOT_ALLOWED', {
    ja: '推測されやすいパスワードです。関係のない言葉をいくつか並べるなど、別のものにしてください。',
    en: 'This password is easy to guess. Please choose another, such as several words that have nothing to do with each other.',
  });
}

/** What of a password is judged: its beginning, and of one thing said again and again that it is said again. */
function judgedOf(read: string): string {
  const period = (read + read).indexOf(read, 1);
  return (period < read.length ? read.slice(0, period).repeat(2) : read).slice(0, MOST_JUDGED);
}
