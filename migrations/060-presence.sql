-- Who has the room of a session open just now, noted by each node for the sockets that it holds. A note is worth something for as long as its
-- node renews it, so that a node that dies takes its people along. Nothing of it outlives the server: it is no record of who came.

create unlogged table presence (
  node       uuid not null,
  session_id uuid not null,
  staff_id   uuid not null,
  until      timestamptz not null,
  primary key (session_id, staff_id, node)
);

-- Whoever reaches a session may be told who else is there; nobody writes but by the function below.
alter table presence enable row level security;
create policy reach on presence to tsunagi_app using (exists (select from conference_session held where held.id = presence.session_id));
grant select on presence to tsunagi_app;

-- Notes who is in a room by one node, until `lease` from now: people and nobody else. Rings when somebody came or went, here or with a node that is
-- gone. By the machine's clock and not the product's: it is about a line, not about a day.
create function note_presence(by uuid, at_session uuid, people uuid[], lease interval) returns void
language plpgsql security definer set search_path = public as $$
declare before uuid[];
declare after uuid[];
begin
  select coalesce(array_agg(distinct staff_id order by staff_id), '{}') into before from presence where session_id = at_session;
  delete from presence where session_id = at_session and (until < clock_timestamp() or node = by and staff_id <> all (people));
  insert into presence select by, at_session, person, clock_timestamp() + lease from unnest(people) person
    on conflict (session_id, staff_id, node) do update set until = excluded.until;
  select coalesce(array_agg(distinct staff_id order by staff_id), '{}') into after from presence where session_id = at_session;
  if before is distinct from after then
    perform pg_notify('presence', at_session::text);
  end if;
end $$;

do $$ begin
  revoke all on function note_presence(uuid, uuid, uuid[], interval) from public;
  grant execute on function note_presence(uuid, uuid, uuid[], interval) to tsunagi_app;
end $$;
