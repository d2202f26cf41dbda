import { initGraphQLTada, type ResultOf, type TadaDocumentNode } from 'gql.tada';
import type { introspection } from './schema';

type Text = 'Uuid' | 'ShortText' | 'Narrative' | 'Kana' | 'NewPassword' | 'CalendarDate' | 'Instant';

/** Operations typed from the checked-in schema: a field that the API does not have does not compile. */
export const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true; scalars: Record<Text, string> }>();

/** Which operation this is: the build leaves its id in the place of its text, and lists both for the server (`web/operations.ts`). */
export const idOf = <Result, Variables>(document: TadaDocumentNode<Result, Variables>): string =>
  (document as unknown as { readonly documentId: string }).documentId;

export type Code<Name extends keyof introspection['types']> = introspection['types'][Name] extends { enumValues: infer Values }
  ? Values
  : never;
export type { ResultOf, TadaDocumentNode };
