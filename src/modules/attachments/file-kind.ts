import { fileTypeFromBuffer } from 'file-type';
import { invalid } from '../../refusal.js';
import type { FileKind } from './attachment.entity.js';

/** So many of the first bytes tell what a file is. */
export const TELLING_BYTES = 4_100;

const KINDS: Readonly<Record<string, keyof typeof FileKind>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
};

/**
 * What a file is, from its first bytes. `INVALID` for anything that is not kept: nothing that a browser or an office program could carry out
 * (HTML, SVG, Word and Excel with their macros, archives) is on the list.
 */
export async function fileKind(head: Buffer): Promise<keyof typeof FileKind> {
  const found = await fileTypeFromBuffer(head);
  const kind = found && KINDS[found.mime];
  if (kind) return kind;
  throw invalid('file', 'NOT_ALLOWED', {
    ja: '添付できるのはPDF、PNG、JPEGだけです。WordやExcelの文書はPDFに変換してください。',
    en: 'Only PDF, PNG and JPEG can be attached. Please turn documents of Word or Excel into PDF.',
  });
}
