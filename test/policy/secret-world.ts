import { randomUUID } from 'node:crypto';
import { inDays, type House } from '../support/house.js';
import { operationsOf, schemaOf, type Operation } from './askable.js';
import { MARK, tellSecrets, type SecretCase } from './secret-case.js';

/** Every table that holds rows of a case, and the column that says of which case or household. */
const TABLES = `
  select table_name as name, min(column_name) as key from information_schema.columns natural join information_schema.tables
   where table_schema = 'public' and column_name in ('case_id', 'household_id') and table_name <> 'trail' and table_type = 'BASE TABLE' group by 1 order by 1`;

/** What a Hello Work navigator on the case may know of. */
const NAVIGATORS = ['COORDINATION', 'EMPLOYMENT', 'EDUCATION', 'CONSULTATION', 'IDENTITY'];

interface Kept {
  readonly id: string;
  readonly category: string;
}

/** The secret case, everything that can be asked, and the means to ask it. */
export class SecretWorld {
  private constructor(
    readonly house: House,
    readonly secret: SecretCase,
    readonly operations: readonly Operation[],
    /** Ids of the public directory, by the names of arguments. */
    private readonly known: Readonly<Record<string, string>>,
    /** One row of every table. */
    readonly samples: readonly string[],
    /** The ids of all rows of the case. */
    readonly all: Set<string>,
    /** The ids of the rows that a navigator on the case has no need to know. */
    readonly hidden: ReadonlySet<string>,
  ) {}

  static async make(house: House): Promise<SecretWorld> {
    const secret = await heldBack(house, await tellSecrets(house));
    const sato = secret.keyPerson;
    const operations = operationsOf(await schemaOf(sato));
    const directory = 'query ($id: Uuid!) { agencies { id kind } staffMember(id: $id) { postings { id agencyId } } }';
    const { agencies, staffMember } = await sato.ask(directory, { id: sato.staffId });
    const agencyId = agencies[0].id;
    const [postedTo] = staffMember.postings;
    const away = { staffId: sato.staffId, agencyId: postedTo.agencyId, since: inDays(30), until: inDays(30) };
    const city = agencies.find(({ kind }: { kind: string }) => kind === 'MUNICIPALITY');
    const closing = { agencyId: city.id, heldOn: inDays(90), name: '開庁記念日' };
    const known = {
      staffId: sato.staffId,
      witnessStaffId: sato.staffId,
      agencyId,
      agencyIds: agencyId,
      mandatoryAgencyIds: agencyId,
      homeAgencyId: agencyId,
      parentId: agencyId,
      postingId: postedTo.id,
      // Of nobody: who has which is told in the stories of signing in.
      factorId: randomUUID(),
      tokenId: randomUUID(),
      staffIds: sato.staffId,
      absenceId: (await sato.do('reportAbsence', away)).id,
      closingDayId: (await (await house.person('yamada')).do('addClosingDay', closing)).id,
    };
    const tables = await kept(house, secret);
    const ids = (which: (row: Kept) => boolean) => new Set(tables.flat().flatMap((row) => (which(row) ? [row.id] : [])));
    const samples = tables.map(([first]) => first!.id);
    return new SecretWorld(
      house,
      secret,
      operations,
      known,
      samples,
      ids(() => true),
      ids(({ category }) => !NAVIGATORS.includes(category)),
    );
  }

  /** Everything of the case as the database holds it, its trail and the log of who read it included. */
  async contents(): Promise<string> {
    await this.house.app.spine.accessLog.flush();
    const trail = await this.house.behind('select seq from trail where case_id = $1 order by seq', [this.secret.caseId]);
    return JSON.stringify([await kept(this.house, this.secret), trail]);
  }

  async answerTo(token: string | null, document: string, variables: object): Promise<string> {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const body = JSON.stringify({ query: document, variables });
    return (await fetch(`${this.house.address}/graphql`, { method: 'POST', headers, body })).text();
  }

  /** The id for an argument: of the secret case, or of the public directory. An argument of a new name has to be named here. */
  idFor(name: string, stand: (secretId: string) => string = (id) => id): string {
    if (name === 'commandId') return randomUUID();
    if (this.known[name] !== undefined) return this.known[name];
    const secretId = name === 'id' ? this.secret.caseId : this.secret.ids[name];
    if (secretId === undefined) throw new Error(`No row of the secret case is known as ${name}: add one to secret-case.ts.`);
    return stand(secretId);
  }

  /** Whether any argument names a row of the case, rather than of the directory. */
  namesSecrets({ ids }: Operation): boolean {
    return [...ids].some((name) => name !== 'commandId' && this.known[name] === undefined);
  }

  /** Asks for the secret rows, then for rows that do not exist. Both answers, with the ids that were sent taken out. */
  async compare(
    token: string,
    operation: Operation,
    mayNotSee: ReadonlySet<string>,
    root: string,
  ): Promise<{ there: string; nowhere: string }> {
    const sent = new Set<string>();
    const note = (id: string) => (sent.add(id), id);
    const absent = (id: string) => (mayNotSee.has(id) ? randomUUID() : id);
    const forSecret = operation.variables((name) => note(name === 'id' ? root : this.idFor(name)));
    const forNowhere = operation.variables((name) => note(name === 'id' ? absent(root) : this.idFor(name, absent)));
    const there = await this.answerTo(token, operation.document, forSecret);
    const nowhere = await this.answerTo(token, operation.document, forNowhere);
    return { there: without(there, sent), nowhere: without(nowhere, sent) };
  }
}

/** Somebody wants the words of the case to go, and somebody else holds it back. As the owner: no open case is proposed for disposal. */
async function heldBack(house: House, secret: SecretCase): Promise<SecretCase> {
  const [ota, nakamura] = await Promise.all([house.person('ota'), house.person('nakamura')]);
  const disposalId = randomUUID();
  await house.behind('alter table disposal disable trigger sound');
  await house.behind(
    `insert into disposal (id, case_id, ground, reason, proposed_by_id, proposed_at, version) values ($1, $2, 'REQUEST', $3, $4, tsunagi_now(), 1)`,
    [disposalId, secret.caseId, `${MARK}の請求`, ota.staffId],
  );
  await house.behind('alter table disposal enable trigger sound');
  const [{ number } = { number: '' }] = await house.behind<{ number: string }>('select number from support_case where id = $1', [
    secret.caseId,
  ]);
  const { id: holdId } = await nakamura.do('holdDisposal', { caseNumber: number, reason: `${MARK}の訴訟` });
  return { ...secret, ids: { ...secret.ids, disposalId, holdId } };
}

async function kept(house: House, { caseId, ids }: SecretCase): Promise<Kept[][]> {
  const tables = await house.behind<{ name: string; key: string }>(TABLES);
  const found = await Promise.all(
    tables.map(({ name, key }) =>
      house.behind<Kept>(`select * from ${name} where ${key} = $1 order by id`, [key === 'case_id' ? caseId : ids.householdId]),
    ),
  );
  return found.filter((rows) => rows.length > 0);
}

const without = (answer: string, ids: Iterable<string>) => [...ids].reduce((text, id) => text.replaceAll(id, '<id>'), answer);
