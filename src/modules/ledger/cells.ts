import { GraphQLError, type GraphQLScalarType } from 'graphql';
import type { FieldFault, Sentence } from '../../refusal.js';
import type { Directory } from './directory.js';

/** What is wrong with a cell. */
interface CellFault {
  readonly code: FieldFault['code'];
  readonly sentence: Sentence;
}

/** A cell as it is read: its value, or what is wrong with it. */
export type CellReading = { readonly value: unknown } | CellFault;

/** How a value stands in a cell. What is written is read as the same value again. */
export interface Cell {
  readonly read: (text: string, directory: Directory) => CellReading;
  readonly write: (value: never, directory: Directory) => string;
}

const wrong = (code: CellFault['code'], ja: string, en: string): CellFault => ({ code, sentence: { ja, en } });

/** Text of the shape that the API asks for as well. */
export const shaped = (shape: GraphQLScalarType<string, string>, tidy: (text: string) => string = (text) => text): Cell => ({
  read: (text) => {
    try {
      return { value: shape.parseValue(tidy(text)) };
    } catch (fault) {
      if (!(fault instanceof GraphQLError)) throw fault;
      return { code: fault.extensions['fault'] as CellFault['code'], sentence: fault.extensions['sentence'] as Sentence };
    }
  },
  write: (value: string) => value,
});

type Names = Readonly<Record<string, string>>;

/** One of a closed list, by its name in Japanese or its code. */
export const oneOf = (names: Names): Cell => ({
  read: (text) => {
    const found = Object.entries(names).find(([code, name]) => text === name || text.toUpperCase() === code);
    if (found) return { value: found[0] };
    const choices = Object.values(names).join('、');
    return wrong('UNKNOWN', `次のいずれかを入力してください：${choices}`, `This must be one of: ${Object.keys(names).join(', ')}.`);
  },
  write: (code: string) => names[code] ?? code,
});

/** Several of a closed list, in its order. */
export const severalOf = (names: Names): Cell => ({
  read: (text, directory) => {
    const read = text.split(/[、,;；|\n]/).map((part) => oneOf(names).read(part.trim(), directory));
    const fault = read.find((one): one is CellFault => 'code' in one);
    const codes = new Set(read.map((one) => (one as { value: unknown }).value));
    return fault ?? { value: Object.keys(names).filter((code) => codes.has(code)) };
  },
  write: (codes: readonly string[]) =>
    Object.keys(names)
      .filter((code) => codes.includes(code))
      .map((code) => names[code])
      .join('、'),
});

/** An agency, by a name that only one of them has. */
export const agency: Cell = {
  read: (text, directory) => {
    const found = directory.agencies.filter(({ name }) => name === text);
    if (found.length === 1) return { value: found[0]!.id };
    if (found.length === 0) return wrong('UNKNOWN', 'この名前の機関は登録されていません。', 'There is no agency of this name.');
    return wrong('NOT_ALLOWED', 'この名前の機関が複数あります。', 'Several agencies have this name.');
  },
  write: (id: string, directory) => directory.agencies.find((one) => one.id === id)?.name ?? id,
};

const squeezed = (text: string) => text.replace(/\s/g, '');

/** A member of staff by login, or by a name that only one of them has; blanks within a name do not count. */
export const staff: Cell = {
  read: (text, directory) => {
    const found = directory.staff.filter(({ login, name }) => login === text || squeezed(name) === squeezed(text));
    if (found.length === 1) return { value: found[0]!.id };
    if (found.length === 0) return wrong('UNKNOWN', 'この職員は登録されていません。', 'There is no such member of staff.');
    return wrong(
      'NOT_ALLOWED',
      '同じ名前の職員が複数います。ログイン名で指定してください。',
      'Several people have this name: please give the login.',
    );
  },
  write: (id: string, directory) => {
    const found = directory.staff.find((one) => one.id === id);
    return found?.login ?? found?.name ?? id;
  },
};
