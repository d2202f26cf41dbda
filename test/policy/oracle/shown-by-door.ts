import { loadActor } from '../../../src/database/load-actor.js';
import { Scope } from '../../../src/database/scope.js';
import { SelectionCompiler, selectionFor } from '../../../src/database/selection.js';
import { shapeOf, type Type } from '../../../src/database/shape.js';
import { Ability } from '../../../src/permissions/ability.js';
import type { Conditions } from '../../../src/permissions/rules.js';
import type { Channel } from './channels.js';
import { dayOf, rowsOf, type Row } from './world.js';

/** Whole tables, as the door for reading compiles them for GraphQL: every type that there is, in one statement for each person, and each field of each row. */
export const byDoor: Channel = async ({ product, world, tally, types }, person) => {
  const { database } = product.spine;
  const actor = (await loadActor(database, person.id))!;
  const compiler = new SelectionCompiler(database, Ability.of(actor));
  const fieldsOf = (name: string) =>
    [...shapeOf(database.typeNamed(name)).columns].filter((field) => field in (rowsOf(world, name)[0] ?? {}));
  const lists = types.map((name) => {
    const wanted = [name === 'TrailEntry' ? 'seq' : 'id', ...fieldsOf(name)].map((field) => [field, true] as const);
    return `${compiler.chosen(database.typeNamed(name), selectionFor(Object.fromEntries(wanted)), { whole: true })} as "${name}"`;
  });
  const [answer] = await database.read<Record<string, Shown[]>>(actor, `select ${lists.join(', ')}`, compiler.values.list);
  for (const name of types) {
    const shown = new Map(answer![name]!.map((row) => [row.id ?? String(row.seq), row]));
    tally.decideAll(person, rowsOf(world, name), `door ${name}`, [...shown.keys()]);
    for (const row of rowsOf(world, name)) {
      const found = shown.get(row.id);
      for (const field of found ? fieldsOf(name) : [])
        tally.same(person, `field ${name}.${field} of ${row.id}`, said(found![field]), said(row[field]));
    }
  }
};

type Shown = { readonly id?: string; readonly seq?: number; readonly [field: string]: unknown };

/** A value as everybody writes it, an instant in whichever zone. */
function said(value: unknown): string {
  const isInstant = value instanceof Date || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
  return isInstant ? new Date(value).toISOString() : JSON.stringify(value ?? null);
}

/** The same as the door for writing reads it. */
export const byScope: Channel = async ({ product, world, tally, types }, person) => {
  const { database } = product.spine;
  const actor = (await loadActor(database, person.id))!;
  await database.write(actor, async (transaction) => {
    const scope = new Scope(database, transaction, Ability.of(actor));
    for (const name of types) {
      if (name === 'TrailEntry') continue;
      const found = await scope.find(database.typeNamed(name) as Type<{ id: string }>, {});
      const shown = found.map(({ id }) => id);
      tally.decideAll(person, rowsOf(world, name), `scope ${name}`, shown);
    }
  });
};

/** Each row by itself, as CASL answers a verb, a socket and a button; no database has a say in it. */
export const byAbility: Channel = async ({ product, world, tally, lock }, person) => {
  if (lock === 'rows') return;
  const actor = (await loadActor(product.spine.database, person.id))!;
  const ability = Ability.of(actor);
  for (const [name, rows] of world.rows) {
    for (const row of rows) tally.decide(person, row, `ability ${name}`, ability.can('read', name as never, row));
  }
};

/** What a list may be narrowed by, with every operator that there is, and the same in plain words. */
const NARROWED: readonly (readonly [where: (me: string, day: string) => Conditions, is: (row: Row, me: string, day: string) => boolean])[] =
  [
    [(me) => ({ staffId: me }), ({ staffId }, me) => staffId === me],
    [() => ({ staffId: null }), ({ staffId }) => staffId === null],
    [() => ({ staffId: { $ne: null } }), ({ staffId }) => staffId !== null],
    [(me) => ({ staffId: { $ne: me } }), ({ staffId }, me) => staffId !== me],
    [(me) => ({ staffId: { $in: [me, null] } }), ({ staffId }, me) => staffId === me || staffId === null],
    [(me) => ({ staffId: { $in: [me] } }), ({ staffId }, me) => staffId === me],
    [(_, day) => ({ dueOn: { $gt: day } }), ({ dueOn }, _, day) => String(dueOn) > day],
    [(_, day) => ({ dueOn: { $gte: day } }), ({ dueOn }, _, day) => String(dueOn) >= day],
    [(_, day) => ({ dueOn: { $lt: day } }), ({ dueOn }, _, day) => String(dueOn) < day],
    [(_, day) => ({ dueOn: { $lte: day } }), ({ dueOn }, _, day) => String(dueOn) <= day],
    [() => ({ ownerKind: 'STAFF', status: 'OFFERED' }), ({ ownerKind, status }) => ownerKind === 'STAFF' && status === 'OFFERED'],
  ];

/** Tasks narrowed by conditions of every kind. */
export const byConditions: Channel = async ({ product, world, tally }, person) => {
  const { database } = product.spine;
  const actor = (await loadActor(database, person.id))!;
  const compiler = new SelectionCompiler(database, Ability.of(actor));
  const day = dayOf(world.now);
  const type = database.typeNamed('Task');
  const lists = NARROWED.map(([where], at) => {
    return `${compiler.chosen(type, selectionFor({ id: true }), { where: where(person.id, day), whole: true })} as "${at}"`;
  });
  const [answer] = await database.read<Record<string, { id: string }[]>>(actor, `select ${lists.join(', ')}`, compiler.values.list);
  NARROWED.forEach(([where, is], at) => {
    const shown = answer![at]!.map(({ id }) => id);
    const channel = `narrowed ${JSON.stringify(where('me', 'day'))}`;
    tally.decideAll(person, rowsOf(world, 'Task'), channel, shown, (_, row) => is(row, person.id, day));
  });
};
