-- One more step of a next version, which needs the table for itself for a moment.
alter table task add column mood text;
