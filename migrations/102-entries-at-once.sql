-- What an entry says, as its text names it: read in one piece instead of word for word.
create type entry_text as (
  at timestamptz, kind text, actor text, "commandId" uuid, ordinal int, "caseId" uuid, "seriesId" uuid, "sessionId" uuid,
  category text, "confinedTo" uuid, type text, id uuid, "to" jsonb, state jsonb, data jsonb
);

-- As in migration 095.
create or replace function trail_says_its_text() returns trigger language plpgsql as $$
declare
  said public.entry_text := json_populate_record(null::public.entry_text, new.body::json);
begin
  new.at := said.at;
  new.kind := said.kind;
  new.actor := said.actor;
  new.actor_id := substring(said.actor from '^[0-9a-f-]{36}$');
  new.command_id := said."commandId";
  new.ordinal := said.ordinal;
  new.case_id := said."caseId";
  new.series_id := said."seriesId";
  new.session_id := said."sessionId";
  new.category := said.category;
  new.confined_to := said."confinedTo";
  new.about_type := said.type;
  new.about_id := said.id;
  new.addressed_to := said."to";
  new.state := said.state;
  new.data := said.data;
  new.note_id := coalesce(said.data ->> 'reasonId', said.data ->> 'answerId', said.data ->> 'resultId', said.data ->> 'outcomeId');
  return new;
end $$;
