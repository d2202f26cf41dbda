import type { Sentence } from '../../refusal.js';
import { Differs, mustBe } from './differs.js';
import type { Live } from './live.js';
import { Refused, type Json, type Person } from './person.js';
import type { Stage } from './stage.js';

/** Something that a person of the story does, and what has to come of it. */
export interface Act extends Sentence {
  readonly verb: string;
  readonly input: object;
  /** What they ask back of the row. */
  readonly select?: string;
  /** What must hold of it. */
  readonly expect?: object;
  /** Who is told at once on their own socket. */
  readonly seenBy?: readonly Player[];
  /** Who is told nothing at all, neither by a pointer nor by the trail. */
  readonly hiddenFrom?: readonly Player[];
}

/** Something that the product refuses. */
export interface Attempt extends Sentence {
  readonly verb: string;
  readonly input: object;
  readonly code: string;
  /** The field at fault, as `path CODE`. */
  readonly field?: string;
}

const byNumber = (one: number, other: number) => one - other;

/** One of the people of the story: at their own desk, on a session and a socket of their own. */
export class Player {
  /** The entry up to which their socket and the trail were found to agree; `null` while they do not follow the case. */
  private agreedUpTo: number | null = null;

  constructor(
    readonly name: string,
    readonly person: Person,
    readonly live: Live,
    private readonly stage: Stage,
  ) {}

  get staffId(): string {
    return this.person.staffId;
  }

  /** Does something, looks at what the product answered and at who was told of it, and writes both down. */
  async does(act: Act): Promise<Json> {
    const { verb, input, select = 'id version', expect = {}, seenBy = [], hiddenFrom = [] } = act;
    const began = performance.now();
    const row: Json = await this.person.do(verb, input, select).catch((fault: unknown) => this.wasRefused(act, fault));
    mustBe(row, expect, `${this.name}, ${verb}`);
    this.stage.transcript.did(this.name, act);
    if (this.stage.caseId === null) return row;
    const seqs = await this.entriesSince(this.stage.cursor);
    if (seqs.length === 0) throw new Differs(`${this.name}, ${verb}: it left no entry in the trail.`);
    this.stage.cursor = Math.max(this.stage.cursor, ...seqs);
    const seen = [];
    for (const other of seenBy) seen.push({ name: other.name, ms: (await other.isTold(seqs)) - began });
    for (const other of hiddenFrom) await other.isNotTold(seqs);
    this.stage.transcript.told(
      seen,
      hiddenFrom.map((other) => other.name),
    );
    return row;
  }

  /** Tries something that must be refused, with this code. */
  async isRefused({ ja, en, verb, input, code, field }: Attempt): Promise<void> {
    await this.isDenied({ ja, en, code, field }, () => this.person.do(verb, input));
  }

  /** The same for whatever else can be asked. */
  async isDenied({ ja, en, code, field }: Omit<Attempt, 'verb' | 'input'>, attempt: () => Promise<unknown>): Promise<void> {
    const refusal = await attempt().then(
      () => Promise.reject(new Differs(`${this.name}: "${en}" was to be refused with ${code}, but was done.`)),
      (fault: unknown) => {
        if (fault instanceof Refused) return fault;
        throw fault;
      },
    );
    const fields = refusal.fields.map((fault) => `${fault.path} ${fault.code}`);
    mustBe({ code: refusal.code, fields }, { code, fields: field ? [field] : [] }, `${this.name}, "${en}"`);
    this.stage.transcript.did(this.name, { ja, en });
    this.stage.transcript.refused(refusal.code, refusal.message, refusal.fields);
  }

  /** Asks, checks, and writes down what they see. */
  async sees<T = Json>(what: Sentence, query: string, variables: object, expect: object): Promise<T> {
    const answer = await this.person.ask<T>(query, variables);
    mustBe(answer, expect, `What ${this.name} sees`);
    this.stage.transcript.did(this.name, what);
    return answer;
  }

  /** Begins to watch the case on their socket, and catches up on what there was before. */
  async follows(): Promise<void> {
    const answer = await this.live.watch({ caseId: this.stage.caseId, after: 0 });
    if (!answer.ok) throw new Differs(`${this.name} was to follow the case, but the socket says ${answer.code}.`);
    this.agreedUpTo = 0;
  }

  /** Looks whether their socket pointed out exactly the entries that the trail shows them, and tells how many were new. */
  async agrees(): Promise<number> {
    const after = this.agreedUpTo ?? 0;
    const shown = await this.entriesSince(after, 'all');
    await this.live.hasAll({ inbox: true }, Math.max(after, ...shown));
    const isNew = (seq: number, caseId: string | null) => caseId === this.stage.caseId && seq > after;
    // An entry may be pointed out twice: once while catching up, once as it happens.
    const pointed = new Set(this.live.pointers.filter(({ seq, caseId }) => isNew(seq, caseId)).map(({ seq }) => seq));
    mustBe([...pointed].sort(byNumber), shown, `What the socket of ${this.name} pointed out, beside what the trail shows them`);
    if (this.agreedUpTo !== null) this.agreedUpTo = Math.max(after, ...shown);
    return shown.length;
  }

  /** The numbers of the entries of the case after this one that they may see, or only of their own. */
  async entriesSince(after: number, whose: 'own' | 'all' = 'own'): Promise<number[]> {
    const query = 'query ($caseId: Uuid!, $after: Int!) { trail(caseId: $caseId, after: $after, first: 500) { seq actorId } }';
    const { trail } = await this.person.ask(query, { caseId: this.stage.caseId, after });
    return trail.filter((entry: Json) => whose === 'all' || entry.actorId === this.staffId).map((entry: Json) => entry.seq);
  }

  /** When the first of these entries was pointed out on their socket. */
  private async isTold(seqs: readonly number[]): Promise<number> {
    const arrivals = () => seqs.flatMap((seq) => this.live.arrivedAt.get(seq) ?? []);
    await this.live
      .until(() => arrivals().length > 0)
      .catch(() => Promise.reject(new Differs(`${this.name} was to be told live, but nothing came.`)));
    return Math.min(...arrivals());
  }

  private async isNotTold(seqs: readonly number[]): Promise<void> {
    await this.live.hasAll({ inbox: true }, Math.max(...seqs));
    const pointed = seqs.filter((seq) => this.live.arrivedAt.has(seq));
    const listed = (await this.entriesSince(Math.min(...seqs) - 1, 'all')).filter((seq) => seqs.includes(seq));
    if (pointed.length + listed.length > 0)
      throw new Differs(`${this.name} was not to learn of entry ${[...pointed, ...listed].join(', ')}.`);
  }

  private wasRefused({ en }: Act, fault: unknown): never {
    if (!(fault instanceof Refused)) throw fault;
    const fields = fault.fields.map((field) => ` [${field.path} ${field.code}]`).join('');
    throw new Differs(`${this.name}: "${en}" was refused with ${fault.code}${fields}: ${fault.message}`);
  }
}
