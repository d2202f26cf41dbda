-- A file of a household whose data is exported, with its sealed key, for the officer who exports it, within the hour.
create function exported_file(export uuid, file uuid) returns table (name text, bytes int, sealed_key bytea, case_id uuid, category text)
language sql stable security definer set search_path = public as $$
  select attachment.name, attachment.bytes, attachment.sealed_key, attachment.case_id, attachment.category
    from subject_export this join support_case named on named.id = this.case_id
    join support_case kin on kin.household_id = named.household_id join attachment on attachment.case_id = kin.id
   where this.id = export and this.staff_id = acting_staff() and this.until > tsunagi_now() and keeps_information()
     and attachment.id = file and attachment.sealed_key is not null
$$;
revoke all on function exported_file(uuid, uuid) from public;
grant execute on function exported_file(uuid, uuid) to tsunagi_app;
