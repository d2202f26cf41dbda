// The floor: node:http and pg, one hand-written prepared statement for each work, JSON built in PostgreSQL. No rules engine, one lock, no chain.
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';

const secret = process.env.JWT_SECRET;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, options: '-c search_path=plain' });

const member = 'exists (select from case_member v where v.case_id = c.id and v.staff_id = $1)';
const owner = 'join staff s on s.id = t.owner_id join agency a on a.id = t.agency_id';

const SQL = {
  // $1 staff, $2 role, $3 case
  q1: `select json_build_object('id', c.id, 'number', c.number, 'headline', c.headline, 'status', c.status,
      'clientName', c.client_name, 'healthNote', case when $2 = 'PUBLIC_HEALTH_NURSE' then c.health_note end,
      'employmentNote', case when $2 <> 'PUBLIC_HEALTH_NURSE' then c.employment_note end,
      'keyPerson', (select json_build_object('name', s.name, 'agency', a.name) from staff s join agency a on a.id = s.agency_id where s.id = c.key_person_id),
      'members', (select json_agg(json_build_object('id', m.id, 'role', m.role, 'name', s.name, 'agency', a.name) order by m.id)
        from case_member m join staff s on s.id = m.staff_id join agency a on a.id = s.agency_id where m.case_id = c.id),
      'tasks', (select json_agg(json_build_object('id', t.id, 'title', t.title, 'status', t.status, 'dueOn', t.due_on, 'owner', s.name, 'agency', a.name) order by t.due_on, t.id)
        from task t ${owner} where t.case_id = c.id),
      'conferences', (select json_agg(json_build_object('id', f.id, 'heldAt', f.held_at, 'keyPerson', s.name,
          'decisions', (select json_agg(json_build_object('id', d.id, 'body', d.body) order by d.id) from decision d where d.conference_id = f.id)) order by f.held_at desc)
        from conference f join staff s on s.id = f.key_person_id where f.case_id = c.id))::text as json
    from client_case c where c.id = $3 and ${member}`,
  // $1 staff
  q2: `select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'status', t.status, 'dueOn', t.due_on, 'version', t.version,
      'caseNumber', c.number, 'caseHeadline', c.headline, 'agency', a.name) order by t.due_on, t.id), '[]')::text as json
    from (select * from task t where t.owner_id = $1 and t.is_open and exists (select from case_member v where v.case_id = t.case_id and v.staff_id = $1)
      order by t.due_on, t.id limit 50) t
    join client_case c on c.id = t.case_id join agency a on a.id = t.agency_id`,
  // $1 staff, $2 today
  q3: `select json_agg(json_build_object('id', c.id, 'number', c.number, 'headline', c.headline, 'status', c.status, 'keyPerson', s.name,
      'open', x.open, 'overdue', x.overdue, 'nextDueOn', x.next) order by x.next nulls last, c.id)::text as json
    from (select m.case_id, count(t.case_id) as open, count(*) filter (where due_on < $2) as overdue, min(due_on) as next
      from case_member m left join task t on t.case_id = m.case_id and t.is_open where m.staff_id = $1
      group by m.case_id order by next nulls last, m.case_id limit 50) x
    join client_case c on c.id = x.case_id join staff s on s.id = c.key_person_id`,
  // $1 staff, $2 task, $3 version
  m1: `with u as (
      update task t set status = 'IN_PROGRESS', version = t.version + 1 from task o
       where o.id = t.id and t.id = $2 and t.version = $3 and exists (select from case_member v where v.case_id = t.case_id and v.staff_id = $1)
      returning t.*, o.status as was),
    e as (insert into trail (staff_id, case_id, task_id, action, before, after)
      select $1, u.case_id, u.id, 'task.started', jsonb_build_object('status', u.was, 'version', u.version - 1),
        jsonb_build_object('status', u.status, 'version', u.version) from u)
    select json_build_object('id', t.id, 'title', t.title, 'status', t.status, 'dueOn', t.due_on, 'version', t.version, 'owner', s.name, 'agency', a.name)::text as json
      from u t ${owner}`,
};
const run = async (name, values) => (await pool.query({ name, text: SQL[name], values })).rows[0]?.json;

function claimsOf(request) {
  const [head, body, signature] = (request.headers.authorization ?? '').slice(7).split('.');
  const want = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const got = Buffer.from(signature ?? '', 'base64url');
  if (got.length !== want.length || !timingSafeEqual(got, want)) return null;
  const claims = JSON.parse(Buffer.from(body, 'base64url'));
  return claims.exp > Date.now() / 1000 ? claims : null;
}

const ROUTES = {
  '/q1': ({ sub, role }, { caseId }) => run('q1', [sub, role, caseId]),
  '/q2': ({ sub }) => run('q2', [sub]),
  '/q3': ({ sub }, { today }) => run('q3', [sub, today]),
  '/m1': ({ sub }, { id, version }) => run('m1', [sub, id, version]),
};

http
  .createServer((request, response) => {
    const chunks = [];
    request
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', async () => {
        const send = (status, text) =>
          response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
        try {
          const who = claimsOf(request);
          if (!who) return send(401, '{}');
          const json = await ROUTES[request.url](who, JSON.parse(Buffer.concat(chunks)));
          send(json ? 200 : request.url === '/m1' ? 409 : 404, json ?? 'null');
        } catch (fault) {
          send(500, JSON.stringify({ errors: [fault.message] }));
        }
      });
  })
  .listen(process.env.PORT, '127.0.0.1');
