-- A leaver leaves no orphan, whatever the one who ends the seat may see, and whoever else acts at the same instant:
-- both sides take the seat's row, so one of them comes second and is refused.

create function seat_holds(subject uuid, person uuid) returns boolean language plpgsql volatile security definer set search_path = public as $$
begin
  perform from seat where case_id = subject and staff_id = person and until is null for share;
  return found;
end $$;

create function owner_has_a_seat() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.staff_id is not null and new.status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS') and not seat_holds(new.case_id, new.staff_id) then
    raise exception using errcode = 'check_violation', message = 'the owner has no seat', constraint = 'owner_has_a_seat';
  end if;
  return new;
end $$;
create trigger owned before insert or update of staff_id, status on task for each row execute function owner_has_a_seat();

create function key_person_has_a_seat() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.until is null and not seat_holds(new.case_id, new.staff_id) then
    raise exception using errcode = 'check_violation', message = 'the key person has no seat', constraint = 'owner_has_a_seat';
  end if;
  return new;
end $$;
create trigger seated before insert or update on key_person_term for each row execute function key_person_has_a_seat();

create function leaver_leaves_no_orphan() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.until is not null and old.until is null and (
       exists (select from task where case_id = new.case_id and staff_id = new.staff_id and status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS'))
    or exists (select from key_person_term where case_id = new.case_id and staff_id = new.staff_id and until is null)) then
    raise exception using errcode = 'check_violation', message = 'the leaver leaves an orphan', constraint = 'leaver_leaves_no_orphan';
  end if;
  return new;
end $$;
create trigger leaving before update of until on seat for each row execute function leaver_leaves_no_orphan();

create function posting_ends_without_seats() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.until is not null and old.until is null and exists (
       select from seat join support_case on support_case.id = seat.case_id
        where seat.staff_id = new.staff_id and seat.agency_id = new.agency_id and seat.profession = new.profession
          and seat.until is null and support_case.status = 'OPEN') then
    raise exception using errcode = 'check_violation', message = 'the posting still holds seats', constraint = 'posting_ends_without_seats';
  end if;
  return new;
end $$;
create trigger leaving before update of until on posting for each row execute function posting_ends_without_seats();
