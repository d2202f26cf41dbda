-- Ledgers taken in from elsewhere, and given out: by whoever runs the system, under a name of their own.

create table ledger_transfer (
  id        uuid primary key,
  direction text not null check (direction in ('IN', 'OUT')),
  digest    text not null check (digest ~ '^[0-9a-f]{64}$'),
  cases     int not null check (cases >= 0),
  tasks     int not null check (tasks >= 0),
  version   int not null
);
create unique index one_import_of_a_ledger on ledger_transfer (digest) where direction = 'IN';
alter table ledger_transfer enable row level security;
create policy ledger on ledger_transfer to tsunagi_app using (acting() = 'system:ledger');
grant select, insert on ledger_transfer to tsunagi_app;

-- What a ledger holds, and what has to be known to take one in. The name is no member of staff: nobody signs in as it.
do $$
declare scoped text;
begin
  foreach scoped in array array['household', 'household_member', 'schooling', 'support_case', 'seat', 'key_person_term', 'consent', 'basis', 'note', 'task'] loop
    execute format('create policy ledger_in on %I for insert to tsunagi_app with check (acting() = ''system:ledger'')', scoped);
    execute format('create policy ledger_out on %I for select to tsunagi_app using (acting() = ''system:ledger'')', scoped);
  end loop;
end $$;
create policy ledger_out on basis_end for select to tsunagi_app using (acting() = 'system:ledger');
create policy ledger on trail for select to tsunagi_app using (acting() = 'system:ledger' and actor = acting());

-- A case keeps the number that it had elsewhere, so the counter has to pass those that are taken.
create or replace function number_case() returns trigger language plpgsql security definer set search_path = public as $$
begin
  loop
    new.number := to_char(tsunagi_today(), 'YYYY') || '-' || lpad(nextval('support_case_number')::text, 4, '0');
    exit when not exists (select from support_case where number = new.number);
  end loop;
  return new;
end $$;
