import { execFile } from 'node:child_process';
import { mkdtemp, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withClient } from './server.js';

const run = promisify(execFile);
const SIZE = '4m';

/** A small disk in memory on which a table of a database lies, and which can be filled up. */
export class SmallDisk {
  private constructor(
    private readonly dir: string,
    private readonly name: string,
    private readonly server: string,
  ) {}

  /** Makes it, for the server at this address. `null` where nothing may be mounted (that takes root), and where the server is on another machine. */
  static async mount(server: string): Promise<SmallDisk | null> {
    const dir = await mkdtemp(join(tmpdir(), 'tsunagi-disk-'));
    try {
      const { uid, gid } = await withClient(server, async (client) => {
        const { rows } = await client.query<{ at: string }>("select current_setting('data_directory') as at");
        return stat(rows[0]!.at);
      });
      await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},uid=${uid},gid=${gid},mode=700`, 'tmpfs', dir]);
    } catch {
      await rmdir(dir);
      return null;
    }
    const name = `small_${process.pid}`;
    await withClient(server, (client) => client.query(`create tablespace ${name} location '${dir}'`));
    return new SmallDisk(dir, name, server);
  }

  /** Puts a table there. */
  async take(database: string, table: string): Promise<void> {
    await withClient(database, (client) => client.query(`alter table ${table} set tablespace ${this.name}`));
  }

  /** Takes up all the room there is. */
  async fill(): Promise<void> {
    const full = (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'ENOSPC') throw fault;
    };
    await writeFile(this.filler, Buffer.alloc(64 * 1_048_576)).catch(full);
  }

  async makeRoom(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  /** The table comes back to where it was, and the disk goes. */
  async unmount(database: string, table: string): Promise<void> {
    await this.makeRoom();
    await withClient(database, (client) => client.query(`alter table ${table} set tablespace pg_default`));
    await withClient(this.server, (client) => client.query(`drop tablespace ${this.name}`));
    await run('umount', [this.dir]);
    await rmdir(this.dir);
  }

  private get filler(): string {
    return join(this.dir, 'filler');
  }
}
