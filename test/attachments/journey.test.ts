import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '../../src/commands/scenario/person.js';
import { sweepFiles } from '../../src/modules/attachments/sweep.js';
import { circleOf, openedBy } from '../support/conference.js';
import { consentTo } from '../support/consent.js';
import { asNobody, attach, bring, codeOf, fetchFile, jpeg, pdf, png } from '../support/files.js';
import { House, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, ito: Person, takahashi: Person, kato: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open({ hidden: false, settings: { LARGEST_FILE_MB: '2' } });
  ({ sato, ito, takahashi } = await circleOf(house));
  kato = await house.person('kato');
  caseId = await openedBy(sato);
  for (const { staffId } of [ito, takahashi]) await sato.do('giveSeat', { caseId, staffId });
});
afterAll(() => house.close());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const storedAt = (id: string) => join(house.app.spine.config.filesDir, id.slice(-2), id);
const stored = async () =>
  (await readdir(house.app.spine.config.filesDir, { recursive: true })).filter((name) => /[0-9a-f]{12}/.test(name));

it('a signed form is attached, listed with its fingerprint and handed out again, byte for byte, to whoever may read its category', async () => {
  const form = pdf('同意書', 300_000);
  const attached = await attach(
    ito,
    form,
    { caseId, category: 'HEALTH', name: '同意書.pdf' },
    'id name kind bytes sha256 category staff { name }',
  );
  expect(attached).toEqual({
    id: attached.id,
    name: '同意書.pdf',
    kind: 'PDF',
    bytes: form.length,
    sha256: sha256(form),
    category: 'HEALTH',
    staff: { name: '伊藤 由美' },
  });
  const handed = await fetchFile(ito, attached.id);
  expect(handed.status).toBe(200);
  expect(handed.bytes.equals(form)).toBe(true);
  const { case: seen } = await takahashi.ask('query ($id: Uuid!) { case(id: $id) { attachments { id } } }', { id: caseId });
  expect(seen.attachments).toEqual([]);
  expect(codeOf(await fetchFile(takahashi, attached.id))).toBe('NOT_FOUND');
});

it('what lies in the storage and in the trail holds neither the words, nor the name, nor the fingerprint of the file', async () => {
  const form = pdf('山田さくらの同意書');
  const { id } = await attach(sato, form, { caseId, category: 'LIFE', name: '山田さくら.pdf' });
  const sealed = await readFile(storedAt(id));
  expect(sealed.includes('山田さくら')).toBe(false);
  const [entry] = await house.behind<{ body: string }>(`select body from trail where about_id = $1`, [id]);
  expect(entry!.body).not.toMatch(/山田/);
  expect(entry!.body).not.toContain(sha256(form));
  expect(JSON.parse(entry!.body)).toMatchObject({
    kind: 'attachment.added',
    category: 'LIFE',
    data: { kind: 'PDF', sealedDigest: sha256(sealed) },
  });
});

it('opening one of a restricted category is noted in the access log, as a file', async () => {
  const { id } = await attach(ito, png(), { caseId, category: 'HEALTH', name: '写真.png' });
  await fetchFile(ito, id);
  await house.app.spine.accessLog.flush();
  const lines = await house.behind(
    `select staff_id, channel, operation, category from access_log where about_id = $1 and channel = 'FILE'`,
    [id],
  );
  expect(lines).toEqual([{ staff_id: ito.staffId, channel: 'FILE', operation: 'GET attachments', category: 'HEALTH' }]);
});

it('a file belongs to a record, to a consent as its evidence, or to a session as its paper', async () => {
  const record = await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '訪問' });
  const consentId = await consentTo(sato, caseId);
  await attach(sato, jpeg(), { caseId, category: 'LIFE', recordId: record.id, name: 'room.jpg' });
  await attach(sato, pdf(), { caseId, category: 'LIFE', consentId });
  const { case: seen } = await sato
    .ask(
      'query ($id: Uuid!) { case(id: $id) { records { id attachments { name } } } disclosures(caseId: $id) { consent { id attachments { name } } } }',
      { id: caseId },
    )
    .then((answer) => ({ case: { ...answer.case, disclosures: answer.disclosures } }));
  expect(seen.records.find(({ id }: { id: string }) => id === record.id).attachments).toEqual([{ name: 'room.jpg' }]);
  expect(seen.disclosures.find((basis: { consent: { id: string } | null }) => basis.consent?.id === consentId).consent.attachments).toEqual(
    [{ name: 'consent.pdf' }],
  );
  const elsewhere = await refusalOf(attach(ito, pdf(), { caseId, category: 'HEALTH', recordId: record.id }));
  expect(elsewhere).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.category', code: 'NOT_ALLOWED' }] });
});

it('the same command again attaches nothing again, and a receipt is good for one file', async () => {
  const { json } = await bring(sato, pdf());
  const input = { caseId, category: 'LIFE', name: 'a.pdf', upload: json.upload };
  const commandId = randomUUID();
  const first = await sato.do('attachFile', input, 'id', commandId);
  expect(await sato.do('attachFile', input, 'id', commandId)).toEqual(first);
  expect(await refusalOf(sato.do('attachFile', input))).toMatchObject({ code: 'CONFLICT' });
});

it('whoever attached a file withdraws it with a reason: it stays listed and opens no more', async () => {
  const { id, version } = await attach(ito, pdf(), { caseId, category: 'LIFE' });
  expect(await refusalOf(takahashi.do('withdrawAttachment', { attachmentId: id, version, reason: '違う' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const withdrawn = await ito.do(
    'withdrawAttachment',
    { attachmentId: id, version, reason: '別の家庭の書類でした' },
    'withdrawnAt reason { body }',
  );
  expect(withdrawn).toEqual({ withdrawnAt: expect.any(String), reason: { body: '別の家庭の書類でした' } });
  expect(codeOf(await fetchFile(ito, id))).toBe('CONFLICT');
  expect(await refusalOf(sato.do('withdrawAttachment', { attachmentId: id, version: version + 1, reason: '重ねて' }))).toMatchObject({
    code: 'CONFLICT',
  });
});

it('a file that was changed in the storage is not handed out as if nothing had happened', async () => {
  const { id } = await attach(sato, pdf('paper', 200_000), { caseId, category: 'LIFE' });
  const sealed = await readFile(storedAt(id));
  sealed[sealed.length - 40]! ^= 1;
  await writeFile(storedAt(id), sealed);
  await expect(fetchFile(sato, id)).rejects.toThrow();
});

it('uploads that nobody attached are swept out of the storage, and attached files are not', async () => {
  const { id } = await attach(sato, pdf(), { caseId, category: 'LIFE' });
  expect((await bring(sato, pdf())).status).toBe(201);
  const before = (await stored()).length;
  const { database, files } = house.app.spine;
  expect(await sweepFiles(database, files)).toBe(0);
  const swept = await sweepFiles(database, files, Date.now() + 1_000, 0);
  expect(swept).toBeGreaterThan(0);
  expect((await stored()).length).toBe(before - swept);
  expect((await fetchFile(sato, id)).status).toBe(200);
});

it('someone without the case learns nothing of its files, and whoever may attach nowhere brings nothing', async () => {
  const { id } = await attach(sato, pdf(), { caseId, category: 'LIFE' });
  const [hidden, absent] = [await fetchFile(kato, id), await fetchFile(kato, randomUUID())];
  expect([hidden.status, hidden.bytes.toString()]).toEqual([absent.status, absent.bytes.toString()]);
  expect(codeOf(hidden)).toBe('NOT_FOUND');
  expect(codeOf(await asNobody(house.address, `/attachments/${id}`))).toBe('UNAUTHENTICATED');
  const nobody = await asNobody(house.address, '/uploads', {
    method: 'PUT',
    body: 'x',
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(codeOf(nobody)).toBe('UNAUTHENTICATED');
  expect(codeOf(await bring(await house.person('nakamura'), pdf()))).toBe('FORBIDDEN');
});
