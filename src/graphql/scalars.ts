import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { FieldFault, Sentence } from '../refusal.js';

/** A shape that every value of a scalar must have; `fault` is what is wrong with this one, or `null`. */
interface Shape {
  readonly name: string;
  readonly description: string;
  readonly fault: (text: string) => { code: FieldFault['code']; sentence: Sentence } | null;
  readonly tidy?: (text: string) => string;
  readonly show?: (value: unknown) => string;
}

const wrong = (code: FieldFault['code'], ja: string, en: string) => ({ code, sentence: { ja, en } });

function scalar({ name, description, fault, tidy = (text) => text, show = String }: Shape): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? tidy(value) : null;
    const found = text === null ? wrong('FORMAT', '文字列を入力してください。', 'This must be text.') : fault(text);
    if (found) throw new GraphQLError(found.sentence.en, { extensions: { code: 'INVALID', fault: found.code, sentence: found.sentence } });
    return text!;
  };
  const parseLiteral = (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null);
  return new GraphQLScalarType({ name, description, serialize: show, parseValue: parse, parseLiteral });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAIL_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\u3000 ]+$/u;
// Control characters and unpaired surrogates have no place in any text that people write; line breaks only in longer ones.
const UNPRINTABLE_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const UNPRINTABLE_TEXT = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

const isDay = (text: string) => {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  const year = day.getUTCFullYear();
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && year >= 1868 && year <= 2200;
};

/** Counts what a reader would call characters, so that an ideograph outside the first plane is one. */
const lengthOf = (text: string) => [...text].length;

const words = (name: string, longest: number, unprintable: RegExp): GraphQLScalarType<string, string> =>
  scalar({
    name,
    description: `Text of 1 to ${longest} characters.`,
    tidy: (text) => text.normalize('NFC').trim(),
    fault: (text) => {
      if (text === '') return wrong('REQUIRED', '入力してください。', 'This may not be empty.');
      if (lengthOf(text) > longest)
        return wrong('TOO_LONG', `${longest}文字以内で入力してください。`, `This may have at most ${longest} characters.`);
      if (unprintable.test(text))
        return wrong('FORMAT', '使用できない文字が含まれています。', 'This contains characters that cannot be used.');
      return null;
    },
  });

/** An identifier (UUID). */
export const Uuid = scalar({
  name: 'Uuid',
  description: 'An identifier: a UUID in hexadecimal with hyphens.',
  tidy: (text) => text.toLowerCase(),
  fault: (text) => (UUID.test(text) ? null : wrong('FORMAT', '識別子の形式が正しくありません。', 'This is not an identifier.')),
});

/** A calendar day in Japan. */
export const CalendarDate = scalar({
  name: 'CalendarDate',
  description: 'A day of the calendar, YYYY-MM-DD, from 1868 to 2200.',
  fault: (text) =>
    isDay(text) ? null : wrong('FORMAT', '日付が正しくありません（YYYY-MM-DD）。', 'This is not a day of the calendar (YYYY-MM-DD).'),
});

/** A moment in time. */
export const Instant = scalar({
  name: 'Instant',
  description: 'A moment, ISO 8601 with its offset or Z; answered in UTC with milliseconds.',
  fault: (text) =>
    INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
      ? null
      : wrong('FORMAT', '日時が正しくありません。', 'This is not a moment in time.'),
  show: (value) => new Date(value as string | Date).toISOString(),
});

/** Where mail goes. */
export const MailAddress = scalar({
  name: 'MailAddress',
  description: 'One mail address, of at most 200 characters.',
  tidy: (text) => text.normalize('NFKC').trim(),
  fault: (text) =>
    MAIL_ADDRESS.test(text) && lengthOf(text) <= 200
      ? null
      : wrong('FORMAT', 'メールアドレスの形式が正しくありません。', 'This is not a mail address.'),
});

/** What a clock in Japan shows. */
export const ClockTime = scalar({
  name: 'ClockTime',
  description: 'A time of day in Japan, HH:MM, from 00:00 to 23:59.',
  fault: (text) =>
    CLOCK.test(text) ? null : wrong('FORMAT', '時刻はHH:MMの形式で入力してください。', 'This is not a time of day, HH:MM.'),
});

/** One line: a name, a headline, what is to be done. */
export const ShortText = words('ShortText', 200, UNPRINTABLE_LINE);

/** What people tell: a note, a statement, a reason. */
export const Narrative = words('Narrative', 10_000, UNPRINTABLE_TEXT);

/** How a name is read. Half-width and hiragana forms are accepted and kept as full-width katakana. */
export const Kana = scalar({
  name: 'Kana',
  description: 'The reading of a name, 1 to 100 kana; kept as full-width katakana.',
  tidy: (text) =>
    text
      .normalize('NFKC')
      .trim()
      .replace(/\s+/g, '\u3000')
      .replace(/[\u3041-\u3096]/g, (hiragana) => String.fromCharCode(hiragana.charCodeAt(0) + 0x60)),
  fault: (text) =>
    KANA.test(text) && lengthOf(text) <= 100 ? null : wrong('FORMAT', 'かなで入力してください。', 'Please write the reading in kana.'),
});

/** A password that someone chooses: long enough to be their only proof (NIST SP 800-63B 3.1.1.2), and otherwise free. */
export const NewPassword = scalar({
  name: 'NewPassword',
  description: 'A new password, 15 to 128 characters of any kind, spaces included.',
  fault: (text) =>
    lengthOf(text.normalize('NFKC')) >= 15 && lengthOf(text) <= 128
      ? null
      : wrong('FORMAT', 'パスワードは15文字以上128文字以内にしてください。', 'A password has 15 to 128 characters.'),
});
