-- Not unique: of two who describe the same person for the first time at once, one would be refused for it, before the key of the table lets it give way.
drop index standing_by_mark;
create index standing_by_mark on standing (mark);
