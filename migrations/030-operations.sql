-- Readiness compares the schema with the one that the running version knows.
grant select on schema_migration to tsunagi_app;
