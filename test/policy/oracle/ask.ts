import { tokenOf } from './fill.js';
import type { Scene } from './channels.js';
import type { Person } from './world.js';

/** The answer; `null` when what was asked for is not there for this person. Throws for anything else that is refused. */
export async function ask<T>(scene: Scene, person: Person, query: string, variables: Variables = {}): Promise<T> {
  const { data, refused } = await answerOf<T>(scene, person, query, variables);
  if (refused && refused !== 'NOT_FOUND') throw new Error(`${refused} (${query})`);
  return refused ? (null as T) : data;
}

/** What a question may name; what it does not declare is not asked. */
export interface Variables {
  readonly id?: string;
  readonly on?: string;
  readonly after?: number;
  readonly agencyId?: string | null;
  readonly staffId?: string | null;
}

/** What somebody is answered, or the code with which it is refused. */
export async function answerOf<T>({ product }: Scene, person: Person, query: string, { id, on, after, agencyId, staffId }: Variables) {
  const response = await fetch(`${product.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(person.id)}` },
    body: JSON.stringify({ query, variables: { id, on, after, agencyId, staffId } }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { extensions: { code: string } }[] };
  return { data, refused: errors?.[0]?.extensions.code };
}
