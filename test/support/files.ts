import { randomBytes, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Json, Person } from '../../src/commands/scenario/person.js';

/** A PDF of one page that says something, and as many bytes beside it as asked for. */
export const pdf = (text = 'consent', padding = 0): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n% ${text}\n`), randomBytes(padding), Buffer.from('\n%%EOF\n')]);

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, body, Buffer.alloc(4)]);
};

/** A picture of one point. */
export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('0000000100000001080000000000', 'hex').subarray(0, 13)),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

export const jpeg = (): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from('ffd9', 'hex')]);

/** What the product answered to a request for bytes. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly json: Json;
}

async function send(person: Person | null, address: string, path: string, init: RequestInit = {}): Promise<Answered> {
  const headers = { 'accept-language': 'en', ...(person ? { authorization: `Bearer ${person.token}` } : {}), ...init.headers };
  const response = await fetch(`${address}${path}`, { ...init, headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, bytes, json: isJson ? JSON.parse(bytes.toString()) : null };
}

/** Brings the bytes of a file; the answer has the receipt. */
export const bring = (person: Person, bytes: Buffer, headers: Record<string, string> = {}): Promise<Answered> =>
  send(person, person.address, '/uploads', {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });

/** Brings a file and attaches it. */
export async function attach(
  person: Person,
  bytes: Buffer,
  input: object,
  selection = 'id version name category',
  commandId: string = randomUUID(),
) {
  const { json } = await bring(person, bytes);
  return person.do('attachFile', { name: 'consent.pdf', ...input, upload: json.upload }, selection, commandId);
}

export const fetchFile = (person: Person, id: string): Promise<Answered> => send(person, person.address, `/attachments/${id}`);

/** Asks for a file or brings one as nobody. */
export const asNobody = (address: string, path: string, init: RequestInit = {}): Promise<Answered> => send(null, address, path, init);

/** The code of the closed list that an answer refuses with. */
export const codeOf = ({ json }: Answered): string | undefined => json?.errors?.[0]?.extensions.code;
