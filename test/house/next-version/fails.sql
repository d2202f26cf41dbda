-- A next version whose last step is a mistake, after all the others went well.
alter table task add column importance int not null default 0;
update task set importance = 1;
create table task_importance (id uuid primary key);
do $$ begin raise exception 'the last step was a mistake'; end $$;
