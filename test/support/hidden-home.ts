import { appendFile } from 'node:fs/promises';
import { withClient } from './server.js';

/*
 * In the tests every family lives in hiding: whoever opens a case opens it under a live shield (DV等支援措置), with an address that no test
 * ever writes. So whatever any test has the product emit, the address may be in none of it, but for those who read of violence and abuse.
 */

/** A place that exists nowhere. Its name is searched for, so nothing else may be called like it. */
const TOWN = '忍ヶ原';
export const HIDDEN_ADDRESS = `丙午県隠野市${TOWN}9-87-65`;

/** Has a database shield every family as soon as a case is opened for it. */
export const HIDE_EVERY_FAMILY = `
  create function every_family_is_shielded() returns trigger language plpgsql security definer set search_path = public as $$
  declare
    subject uuid; opener uuid; why uuid := gen_random_uuid();
  begin
    select id into subject from household_member where household_id = new.household_id order by relation = 'SUBJECT' desc, id limit 1;
    select staff_id into opener from seat where case_id = new.id order by since, id limit 1;
    if subject is null or opener is null or is_shielded(new.household_id) then return null; end if;
    insert into note (id, case_id, category, kind, body, version) values (why, new.id, 'SAFETY', 'REASON', '支援措置', 1);
    insert into address_shield (id, case_id, household_id, category, member_id, staff_id, agency_id, reason_id, since, version)
      values (gen_random_uuid(), new.id, new.household_id, 'SAFETY', subject, opener, new.lead_agency_id, why, tsunagi_now(), 1);
    insert into contact_detail (id, household_id, member_id, category, kind, value, since, version)
      values (gen_random_uuid(), new.household_id, subject, 'SAFETY', 'ADDRESS', '${HIDDEN_ADDRESS}', tsunagi_today(), 1);
    return null;
  end $$;
  create constraint trigger every_family_is_shielded after insert on support_case deferrable initially deferred
    for each row execute function every_family_is_shielded()`;

export const SHIELD_NO_FAMILY = 'drop trigger every_family_is_shielded on support_case';

/** Who may be told where a family in hiding is: the professions that read of violence and abuse, and whoever looked with a reason. */
const MAY_BE_TOLD = `
  select 1 from session where token_hash = sha256(convert_to($1, 'UTF8')) and (
    exists (select from posting where posting.staff_id = session.staff_id and profession in ('CHILD_CASEWORKER', 'WOMENS_COUNSELLOR', 'COUNSELLOR'))
    or exists (select from extraordinary_access access where access.staff_id = session.staff_id and 'SAFETY' = any (access.categories)))`;

const bytes = Buffer.from(TOWN, 'utf8');
/** The name as JSON, addresses of the web, mails and tokens may write it. */
const SPELLINGS = [
  TOWN,
  [...TOWN].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  encodeURIComponent(TOWN),
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  ...[0, 1, 2].map((shift) => base64At(shift)),
].map((spelling) => spelling.toLowerCase());

/** What stands in base64 for the name, wherever it begins: without the characters that its neighbours have a share in. */
function base64At(shift: number): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  return padded.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3));
}

/** Whether a text holds the address, in any spelling, also where its lines are folded as calendars and mails fold them. */
export function tellsWhere(text: string): boolean {
  const written = text.toLowerCase();
  const unfolded = written.replaceAll(/=?\r?\n[ \t]?/g, '');
  return SPELLINGS.some((spelling) => written.includes(spelling) || unfolded.includes(spelling));
}

/** Those of these utterances, each with the token of whom it was for, that told somebody who may not be told. */
export async function toldWrongly<T extends { readonly token: string | null }>(
  databaseUrl: string,
  utterances: readonly T[],
): Promise<T[]> {
  if (utterances.length === 0) return [];
  return withClient(databaseUrl, async (client) => {
    const wrong: T[] = [];
    for (const utterance of utterances) {
      const { rowCount } = await client.query(MAY_BE_TOLD, [utterance.token ?? '']);
      if (rowCount === 0) wrong.push(utterance);
    }
    return wrong;
  });
}

/** How much was searched, by channel. */
export type Searched = Readonly<Record<string, { readonly count: number; readonly bytes: number }>>;

/** Leaves what a test file searched for the end of the run. */
export const tellSearched = (searched: Searched): Promise<void> =>
  appendFile(process.env.TSUNAGI_TEST_SEARCHED!, `${JSON.stringify(searched)}\n`);

/** What the whole run searched, as a sentence. */
export function sumSearched(lines: string): string {
  const sums = new Map<string, { count: number; bytes: number }>();
  for (const line of lines.split('\n').filter(Boolean)) {
    for (const [channel, { count, bytes: size }] of Object.entries(JSON.parse(line) as Searched)) {
      const sum = sums.get(channel) ?? { count: 0, bytes: 0 };
      sums.set(channel, { count: sum.count + count, bytes: sum.bytes + size });
    }
  }
  const told = [...sums].map(([channel, { count, bytes: size }]) => `${channel} ${count} (${(size / 1_048_576).toFixed(1)} MiB)`);
  return `Shielded addresses were searched for in everything emitted: ${told.join(', ')}.`;
}
