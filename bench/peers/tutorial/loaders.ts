// A DataLoader for each link, new with each request.
import DataLoader from 'dataloader';
import { In, type DataSource, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { Agency, CaseMember, ClientCase, Conference, Decision, Staff, Task } from './entities.js';

export interface Counts {
  readonly caseId: string;
  readonly open: number;
  readonly overdue: number;
  readonly nextDueOn: string | null;
}

type Row = { id: string };

export function loadersOn(database: DataSource) {
  const one = <T extends Row>(entity: EntityTarget<T>) =>
    new DataLoader<string, T>(async (ids) => {
      const rows = await database.getRepository(entity).findBy({ id: In([...ids]) } as FindOptionsWhere<T>);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id)!);
    });
  const many = <T extends Row>(entity: EntityTarget<T>, link: keyof T, order: FindOptionsOrder<T>) =>
    new DataLoader<string, T[]>(async (ids) => {
      const where = { [link]: In([...ids]) } as FindOptionsWhere<T>;
      const rows = await database.getRepository(entity).find({ where, order });
      const found = Map.groupBy(rows, (row) => row[link] as string);
      return ids.map((id) => found.get(id) ?? []);
    });
  return {
    agency: one(Agency),
    staff: one(Staff),
    case: one(ClientCase),
    members: many(CaseMember, 'caseId', { id: 'ASC' }),
    tasks: many(Task, 'caseId', { dueOn: 'ASC', id: 'ASC' }),
    conferences: many(Conference, 'caseId', { heldAt: 'DESC' }),
    decisions: many(Decision, 'conferenceId', { id: 'ASC' }),
    counts: new DataLoader<string, Counts>(async (ids) => {
      const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
      const rows = await database
        .getRepository(Task)
        .createQueryBuilder('task')
        .select('task.caseId', 'caseId')
        .addSelect('count(*)::int', 'open')
        .addSelect('(count(*) filter (where task.dueOn < :today))::int', 'overdue')
        .addSelect('min(task.dueOn)::text', 'nextDueOn')
        .where('task.caseId in (:...ids) and task.isOpen', { ids, today })
        .groupBy('task.caseId')
        .getRawMany<Counts>();
      const found = new Map(rows.map((row) => [row.caseId, row]));
      return ids.map((caseId) => found.get(caseId) ?? { caseId, open: 0, overdue: 0, nextDueOn: null });
    }),
  };
}

export type Loaders = ReturnType<typeof loadersOn>;
