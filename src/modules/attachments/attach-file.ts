import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { InformationCategory } from '../cases/category.js';
import { Record } from '../cases/record.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { ownSeat, refuseUncovered } from '../conference/under-way.js';
import { conflict, invalid, notFound } from '../../refusal.js';
import { Consent } from '../sharing/consent.entity.js';
import { Attachment } from './attachment.entity.js';
import { fileName } from './file-name.js';
import type { Upload } from './receipt.js';

const HOUR_MS = 3_600_000;

@InputType()
export class AttachFileInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => InformationCategory) category: InformationCategory;
  @Field(() => String, { description: 'The receipt that `PUT /uploads` answered with, within the last hour.' }) upload: string;
  @Field(() => String, { description: 'What the file is called. Folders, and letters that deceive, are taken out of it.' }) name: string;
  @Field(() => Uuid, { nullable: true, description: 'The record that it belongs to, in the same category.' }) recordId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'The consent that it is the evidence of.' }) consentId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'The session that it is a paper of.' }) sessionId?: string | null;
}

/** The same with the receipt opened. */
export interface AttachUploadedFile extends Omit<AttachFileInput, 'upload'> {
  readonly upload: Omit<Upload, 'key'>;
  /** Seals the key of the file for its row: each time anew, so it is no part of what makes two commands the same. */
  readonly sealedKey: () => Buffer;
}

/**
 * Attaches an uploaded file to a case, in a category, and to a record, a consent or a session of it. `FORBIDDEN` outside the categories that
 * one may write; `INVALID` for a receipt of somebody else, or older than an hour, and for a record of another category; `CONFLICT` for a file
 * that is attached already. While the household is shielded it becomes a matter of safety, whoever hands it in.
 */
export async function attachFile(work: Work, input: AttachUploadedFile): Promise<Attachment> {
  const { caseId, category, upload } = input;
  const supportCase = await work.lock(SupportCase, caseId);
  const { staffId } = work.staff;
  const session = input.sessionId ? await paperOf(work, input.sessionId, caseId) : null;
  const confinedTo = session?.confinedTo ?? null;
  work.must('attach', { caseId, category, staffId, confinedTo }, Attachment);
  if (session) refuseUncovered(session, category);
  await refuseElsewhere(work, input);
  refuseStale(work, upload);
  const { agencyId } = ownSeat(work, caseId);
  const isShielded = await work.scope.unseen.isShielded(supportCase.householdId);
  const { recordId = null, consentId = null, sessionId = null } = input;
  const attachment = await work.insert(Attachment, {
    id: upload.id,
    caseId,
    category: isShielded ? 'SAFETY' : category,
    recordId,
    consentId,
    sessionId,
    confinedTo,
    name: fileName(input.name, upload.kind),
    kind: upload.kind,
    bytes: upload.bytes,
    digest: Buffer.from(upload.digest, 'hex'),
    sealedDigest: Buffer.from(upload.sealedDigest, 'hex'),
    sealedKey: input.sealedKey(),
    staffId,
    agencyId,
    attachedAt: work.now,
    withdrawnAt: null,
    withdrawnById: null,
    reasonId: null,
  });
  const { kind, bytes, sealedDigest } = upload;
  work.record('attachment.added', attachment, { kind, bytes, sealedDigest, ...named({ recordId, consentId, sessionId }) });
  return attachment;
}

const named = (links: { readonly [name: string]: string | null }) =>
  Object.fromEntries(Object.entries(links).filter(([, id]) => id !== null));

/** A session of the case, or one of a series that has the case on its agenda. */
async function paperOf(work: Work, sessionId: string, caseId: string): Promise<ConferenceSession> {
  const session = await work.scope.one(ConferenceSession, sessionId);
  if (session.caseId === caseId || (await work.scope.first(AgendaItem, { sessionId, caseId }))) return session;
  throw notFound();
}

async function refuseElsewhere(work: Work, { caseId, category, recordId, consentId }: AttachUploadedFile): Promise<void> {
  const record = recordId ? await work.scope.one(Record, recordId) : null;
  const consent = consentId ? await work.scope.one(Consent, consentId) : null;
  if ([record, consent].some((row) => row && row.caseId !== caseId)) throw notFound();
  if (!record || record.category === category) return;
  throw invalid('input.category', 'NOT_ALLOWED', {
    ja: '記録と同じ情報区分で添付してください。',
    en: 'A file of a record is attached in the category of the record.',
  });
}

function refuseStale(work: Work, { staffId, at }: AttachUploadedFile['upload']): void {
  if (staffId === work.staff.staffId && work.now.getTime() - Date.parse(at) <= HOUR_MS) return;
  throw invalid('input.upload', 'UNKNOWN', {
    ja: 'アップロードから時間がたちすぎました。もう一度ファイルを選んでください。',
    en: 'Too much time has passed since the upload. Please choose the file again.',
  });
}

export const refuseWithdrawn = ({ withdrawnAt }: Pick<Attachment, 'withdrawnAt'>): void => {
  if (withdrawnAt) throw conflict({ ja: 'この添付ファイルは取り下げられています。', en: 'This file has been withdrawn.' });
};
