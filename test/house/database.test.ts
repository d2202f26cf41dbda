import { cloneDatabase } from '../support/database.js';
import { withClient } from '../support/server.js';

it('gives every test file a migrated database of its own', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  await withClient(one.url, (client) => client.query('CREATE TABLE mark ()'));
  const { rows } = await withClient(other.url, (client) =>
    client.query<{ mark: string | null; migrated: string | null }>(
      `SELECT to_regclass('mark')::text AS mark, to_regclass('schema_migration')::text AS migrated`,
    ),
  );
  expect(rows).toEqual([{ mark: null, migrated: 'schema_migration' }]);
  await Promise.all([one.drop(), other.drop()]);
});
