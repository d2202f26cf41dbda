/** The closed list of reasons to refuse. Anything else that goes wrong is our own fault and is shown as `INTERNAL`. */
export const REFUSAL_CODES = ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_MANY'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in both languages of the product. */
export type Sentence = Readonly<Record<Language, string>>;

/** A field of the input that is wrong: `path` as the client wrote it, `code` for programs. */
export interface FieldFault {
  readonly path: string;
  readonly code: 'REQUIRED' | 'TOO_LONG' | 'FORMAT' | 'IN_THE_PAST' | 'OUT_OF_ORDER' | 'UNKNOWN' | 'NOT_ALLOWED';
}

/** The one way to say no: a code of the closed list, a sentence in both languages, and for `INVALID` the fields at fault. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly sentence: Sentence,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(sentence.en);
  }
}

/** Unseen and nonexistent are the same answer. */
export const notFound = () =>
  new Refusal('NOT_FOUND', { ja: '見つからないか、見る権限がありません。', en: 'Not found, or you may not see it.' });

export const forbidden = (sentence: Sentence) => new Refusal('FORBIDDEN', sentence);

export const conflict = (sentence: Sentence) => new Refusal('CONFLICT', sentence);

export const invalid = (path: string, code: FieldFault['code'], sentence: Sentence) => new Refusal('INVALID', sentence, [{ path, code }]);

export const unauthenticated = () => new Refusal('UNAUTHENTICATED', { ja: 'サインインしてください。', en: 'Please sign in.' });

/** They may ask again after so many seconds. */
export const tooOften = (seconds: number) =>
  new Refusal('TOO_MANY', {
    ja: `短い間に要求が多すぎます。${seconds}秒ほど待ってから、もう一度お試しください。`,
    en: `Too many requests in a short time. Please try again in ${seconds} seconds.`,
  });

/** The language of the answers: English when the client prefers it to Japanese, else Japanese. */
export function languageOf(accepted: string | undefined): Language {
  const first = accepted?.split(',').find((part) => /^\s*(ja|en)\b/i.test(part));
  return first?.trim().toLowerCase().startsWith('en') ? 'en' : 'ja';
}

export const tooMany = () =>
  new Refusal('TOO_MANY', { ja: '一度に扱える量を超えています。', en: 'This asks for more than can be handled at once.' });
