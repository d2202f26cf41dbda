import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Person } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy } from '../support/conference.js';
import { asNobody, attach, bring, codeOf, fetchFile, pdf, png } from '../support/files.js';
import { House, refusalOf } from '../support/house.js';

/* Files as somebody brings them who means harm, or knows no better. */

let house: House;
let sato: Person, ito: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open({ hidden: false, settings: { LARGEST_FILE_MB: '1' } });
  ({ sato, ito } = await circleOf(house));
  caseId = await openedBy(sato);
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
});
beforeEach(() => house.travel(0));
afterAll(() => house.close());

const stored = async () =>
  (await readdir(house.app.spine.config.filesDir, { recursive: true }).catch(() => [])).filter((name) => /[0-9a-f]{12}/.test(name));

it.each([
  ['a page with a script', '<!doctype html><script>alert(1)</script>'],
  ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a program of Windows', 'MZ\u0090\u0000'],
  ['a script of a shell', '#!/bin/sh\nrm -rf /'],
  ['a page behind a form feed', '\f\n<html>%PDF-1.7'],
  ['words', 'ただの文字'],
])('%s is refused by what it holds, whatever it is called', async (_, text) => {
  const answer = await bring(sato, Buffer.from(text), { 'content-disposition': 'attachment; filename="form.pdf"' });
  expect(answer.status).toBe(422);
  expect(codeOf(answer)).toBe('INVALID');
  expect(await stored()).toEqual([]);
});

it('an archive that would swell a thousandfold is refused as an archive, and never unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(codeOf(await bring(sato, bomb))).toBe('INVALID');
  const zipped = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), bomb]);
  expect(codeOf(await bring(sato, zipped))).toBe('INVALID');
  // Nor is a body unpacked that says it is packed: it is taken for what it is.
  expect(codeOf(await bring(sato, gzipSync(pdf()), { 'content-encoding': 'gzip' }))).toBe('INVALID');
});

it('a picture that is a page as well is kept as a picture, and served as something that nothing shows', async () => {
  const both = Buffer.concat([png(), Buffer.from('<script>alert(document.domain)</script>')]);
  const { id, name } = await attach(sato, both, { caseId, category: 'LIFE', name: 'index.html' });
  expect(name).toBe('index.html.png');
  const { headers, bytes } = await fetchFile(sato, id);
  expect(bytes.equals(both)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="attachment.png"; filename*=UTF-8''index.html.png`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  });
});

it.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Windows\\system32\\同意書.PDF', '同意書.pdf'],
  ['同意書\u202efdp.exe', '同意書fdp.exe.pdf'],
  ['請\u200b求\u0000書\r\nSet-Cookie: x.pdf', '請求書Set-Cookie_ x.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['..', '添付ファイル.pdf'],
  ['', '添付ファイル.pdf'],
  [`${'長'.repeat(5_000)}.pdf`, `${'長'.repeat(120)}.pdf`],
  ['写真.png', '写真.png.pdf'],
  ['"><img src=x onerror=alert(1)>.pdf', '___img src=x onerror=alert(1)_.pdf'],
])('the name %j becomes %j', async (given, kept) => {
  const { id, name } = await attach(sato, pdf(), { caseId, category: 'LIFE', name: given });
  expect(name).toBe(kept);
  const { headers, status } = await fetchFile(sato, id);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="attachment\.pdf"; filename\*=UTF-8''[\w%.~-]+$/);
});

it('a file that is too large, or empty, is refused and leaves nothing behind, however its length is announced', async () => {
  const before = await stored();
  const large = pdf('large', 1_100_000);
  expect((await bring(sato, large)).json.errors[0].extensions).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'file', code: 'TOO_LONG' }],
  });
  const streamed = await fetch(`${house.address}/uploads`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${sato.token}` },
    body: new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 60_000) controller.enqueue(new Uint8Array(large.subarray(at, at + 60_000)));
        controller.close();
      },
    }),
    duplex: 'half',
  });
  expect(((await streamed.json()) as { errors: { extensions: object }[] }).errors[0]!.extensions).toMatchObject({
    fields: [{ code: 'TOO_LONG' }],
  });
  expect((await bring(sato, Buffer.alloc(0))).json.errors[0].extensions).toMatchObject({ fields: [{ path: 'file', code: 'REQUIRED' }] });
  expect(await stored()).toEqual(before);
});

it('an upload that breaks off in the middle leaves nothing behind', async () => {
  const before = await stored();
  const { hostname, port } = new URL(house.address);
  const half = pdf('half', 400_000);
  const socket = connect(Number(port), hostname);
  const head = `PUT /uploads HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${sato.token}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${half.length}\r\n\r\n`;
  const { files } = house.app.spine;
  const put = files.put.bind(files);
  const ended = new Promise<unknown>((settled) => {
    files.put = (...given) => {
      const kept = put(...given);
      kept.then(settled, settled);
      return kept;
    };
  });
  socket.write(head);
  socket.write(half.subarray(0, 200_000), () => socket.destroy());
  expect(await ended).toBeInstanceOf(Error);
  files.put = put;
  expect(await stored()).toEqual(before);
});

it('a form of another site can bring nothing: neither as a form, nor as text, nor under another method', async () => {
  const headers = { cookie: `tsunagi_session=${sato.token}`, origin: 'https://evil.example' };
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
    const post = await asNobody(house.address, '/uploads', { method: 'POST', body: 'x', headers: { ...headers, 'content-type': type } });
    expect(post.status).toBeGreaterThanOrEqual(400);
    const put = await asNobody(house.address, '/uploads', { method: 'PUT', body: 'x', headers: { ...headers, 'content-type': type } });
    expect(put.status).toBeGreaterThanOrEqual(400);
  }
  const preflight = await asNobody(house.address, '/uploads', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

it('bytes are taken where files are taken, and nowhere else', async () => {
  const answer = await asNobody(house.address, '/graphql', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${sato.token}` },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

it('a receipt is of use to nobody but whoever brought the file, for an hour, and cannot be made up', async () => {
  const { upload } = (await bring(sato, pdf())).json;
  const input = { caseId, category: 'LIFE', name: 'a.pdf' };
  const unknown = { code: 'INVALID', fields: [{ path: 'input.upload', code: 'UNKNOWN' }] };
  expect(await refusalOf(ito.do('attachFile', { ...input, upload }))).toMatchObject(unknown);
  const flipped = `${upload.slice(0, -8)}${upload.at(-8) === 'A' ? 'B' : 'A'}${upload.slice(-7)}`;
  for (const made of [flipped, '', 'x', upload.slice(0, 40)]) {
    expect(await refusalOf(sato.do('attachFile', { ...input, upload: made }))).toMatchObject(unknown);
  }
  await house.wait(61);
  expect(await refusalOf(sato.do('attachFile', { ...input, upload }))).toMatchObject(unknown);
});

it('whoever loses the seat after the upload cannot attach the file any more', async () => {
  const takahashi = await house.person('takahashi');
  const seat = await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
  const { upload } = (await bring(takahashi, pdf())).json;
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  expect(await refusalOf(takahashi.do('attachFile', { caseId, category: 'LIFE', name: 'a.pdf', upload }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('an agency whose consent is withdrawn opens no file any more, from that instant', async () => {
  const watanabe = await house.person('watanabe');
  const { disclosures } = await sato.ask('query ($id: Uuid!) { disclosures(caseId: $id) { consent { id } } }', { id: caseId });
  const { consent } = disclosures.find((basis: { consent: object | null }) => basis.consent);
  await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
  const { id } = await attach(watanabe, pdf('履歴書'), { caseId, category: 'EMPLOYMENT', name: '履歴書.pdf' });
  expect((await fetchFile(watanabe, id)).status).toBe(200);
  await sato.do('withdrawConsent', { consentId: consent.id, reason: '本人の申し出' });
  expect(codeOf(await fetchFile(watanabe, id))).toBe('NOT_FOUND');
});

it('a key that is put into another row opens nothing there', async () => {
  const own = await attach(sato, pdf(), { caseId, category: 'LIFE' });
  const other = await attach(ito, pdf(), { caseId, category: 'HEALTH' });
  await house.behind('update attachment set sealed_key = (select sealed_key from attachment where id = $2) where id = $1', [
    own.id,
    other.id,
  ]);
  expect((await fetchFile(sato, own.id)).status).toBe(500);
});

describe('while the household is shielded', () => {
  it('all its files are a matter of safety, also those from before, and whoever hands one in without reading safety loses sight of it', async () => {
    const shielded = await openedBy(sato);
    await sato.do('giveSeat', { caseId: shielded, staffId: ito.staffId });
    const before = await attach(ito, pdf(), { caseId: shielded, category: 'HEALTH', name: '診断書.pdf' });
    const { case: seen } = await sato.ask('query ($id: Uuid!) { case(id: $id) { household { members { id relation } } } }', {
      id: shielded,
    });
    const { id: memberId } = seen.household.members.find(({ relation }: { relation: string }) => relation === 'SUBJECT');
    const shield = await sato.do('shieldAddress', { memberId, reason: '保護' });
    expect(codeOf(await fetchFile(ito, before.id))).toBe('NOT_FOUND');
    expect((await fetchFile(sato, before.id)).status).toBe(200);
    expect(await attach(ito, pdf(), { caseId: shielded, category: 'HEALTH', name: '緑町の家.pdf' })).toBeNull();
    const inSight = (person: Person) =>
      person
        .ask('query ($id: Uuid!) { case(id: $id) { attachments { name category } } }', { id: shielded })
        .then((answer) => answer.case.attachments);
    expect(await inSight(ito)).toEqual([]);
    expect(await inSight(sato)).toEqual([
      { name: '緑町の家.pdf', category: 'SAFETY' },
      { name: '診断書.pdf', category: 'SAFETY' },
    ]);
    const nakamura = await house.person('nakamura');
    const asked = await sato.do('endShield', { shieldId: shield.id, version: shield.version, reason: '転居' });
    await nakamura.do('confirmEndOfShield', { shieldId: shield.id, version: asked.version });
    expect(await inSight(ito)).toEqual([{ name: '診断書.pdf', category: 'HEALTH' }]);
    expect((await fetchFile(ito, before.id)).status).toBe(200);
  });
});
