/*
 * A world for the bench: cases with so many people on each, every one of them signed in with two windows, and one session of a conference.
 * People and seats go in as the owner, since giving five thousand seats is not what is measured; cases and the session are made by the product.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Person } from '../../dist/src/commands/scenario/person.js';
import { readConfig } from '../../dist/src/config.js';
import { createApp } from '../../dist/src/create-app.js';
import { fillPeople } from '../../dist/src/demo/fill-empty.js';
import { DEMO_PASSWORD } from '../../dist/src/demo/people.js';
import { digestOf } from '../../dist/src/graphql/actor.js';

/** How many people are on a case, and with how many windows. */
export const PEOPLE = 50;
export const WINDOWS = 2;
/** How many watch the meeting room: everybody of this case with both windows. */
export const ROOM_PEOPLE = 100;

export async function makeWorld(url, cases, env) {
  const app = await createApp(readConfig({ ...env, PORT: '0' }), url, async (spine) => void (await fillPeople(spine)));
  try {
    const [sato, takahashi] = await Promise.all(['sato', 'takahashi'].map((login) => Person.signIn(app.address, login, DEMO_PASSWORD)));
    const opened = [];
    for (let at = 0; at < cases; at++)
      opened.push(await sato.do('openCase', { headline: '見出し', subject: { name: '森 さくら', kana: 'モリ サクラ' } }, 'id'));
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const convening = {
      caseId: opened[0].id,
      reason: '状況の共有',
      startsAt,
      endsAt: new Date(Date.now() + 90_000_000).toISOString(),
      place: '会議室',
      invitees: [{ staffId: takahashi.staffId }],
      questions: [{ what: 'まず何を支えるか', category: 'LIFE' }],
    };
    const session = await sato.do('conveneSession', convening, 'id');
    return { cases: await seatAll(url, opened), sessionId: session.id };
  } finally {
    await app.close();
  }
}

async function seatAll(url, opened) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const seated = [];
    for (const [at, { id }] of opened.entries())
      seated.push({ caseId: id, people: await seat(client, id, at === 0 ? ROOM_PEOPLE : PEOPLE) });
    await client.query('analyze');
    return seated;
  } finally {
    await client.end();
  }
}

/** Invented colleagues of the key person, on the case, with a session each. */
async function seat(client, caseId, count) {
  const people = Array.from({ length: count }, () => ({ staffId: randomUUID(), token: randomUUID() }));
  const ids = people.map(({ staffId }) => staffId);
  await client.query('begin');
  await client.query(`insert into staff (id, name, kana, version) select id, '職員', 'ショクイン', 1 from unnest($1::uuid[]) id`, [ids]);
  await client.query(
    `insert into posting (id, staff_id, agency_id, home_agency_id, profession, since, version)
     select gen_random_uuid(), person, agency_id, home_agency_id, profession, since, 1 from unnest($1::uuid[]) as new (person),
       (select posting.* from posting join seat on seat.staff_id = posting.staff_id and seat.profession = posting.profession where case_id = $2 limit 1) key`,
    [ids, caseId],
  );
  await client.query(
    `insert into seat (id, case_id, category, staff_id, agency_id, profession, since, version)
     select gen_random_uuid(), case_id, category, person, agency_id, profession, since, 1 from unnest($1::uuid[]) as new (person), (select * from seat where case_id = $2 limit 1) key`,
    [ids, caseId],
  );
  await client.query(
    `insert into session (id, staff_id, token_hash, method, device, is_known_device, idle_minutes, started_at, last_seen_at, expires_at, version)
     select gen_random_uuid(), id, hash, 'PASSWORD', 'bench', true, 720, now(), now(), now() + interval '12 hours', 1 from unnest($1::uuid[], $2::bytea[]) as signed (id, hash)`,
    [ids, people.map(({ token }) => digestOf(token))],
  );
  await client.query('commit');
  return people;
}
