-- The casts of the trail's columns as functions that are called. In SQL they were read anew and written into their columns' expressions at every entry,
-- which cost more than all of the casting.
create or replace function trail_instant(text) returns timestamptz language plpgsql immutable strict as $$ begin return $1::timestamptz; end $$;
create or replace function trail_uuid(text) returns uuid language plpgsql immutable strict as $$ begin return $1::uuid; end $$;
