import type { FileKind } from './attachment.entity.js';

const EXTENSIONS: Readonly<Record<keyof typeof FileKind, readonly string[]>> = {
  PDF: ['pdf'],
  PNG: ['png'],
  JPEG: ['jpg', 'jpeg', 'jpe', 'jfif'],
};
const LONGEST = 120;
/** What turns the order of letters round, joins them, or cannot be seen: a name must read as it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What some system reads as a folder, a drive or a command, and the dots that hide a file or end its name there. */
const SPECIAL = /[<>:"|?*]/g;
const EDGES = /^[.\s]+|[.\s]+$/g;

/**
 * A name for people, from whatever a client called its file: without folders and letters that deceive, of at most 120 characters, and with the
 * extension of what the file is. `請求書.pdf.exe` that holds a PDF becomes `請求書.pdf.exe.pdf`.
 */
export function fileName(given: string, kind: keyof typeof FileKind): string {
  const bare = given.normalize('NFC').split(/[/\\]/).at(-1)!.replace(UNSEEN, '').replace(SPECIAL, '_').replace(EDGES, '');
  const known = EXTENSIONS[kind];
  const own = known.find((extension) => bare.toLowerCase().endsWith(`.${extension}`));
  const stem = (own ? bare.slice(0, -own.length - 1) : bare).replace(EDGES, '');
  const cut = [...stem].slice(0, LONGEST).join('').replace(EDGES, '');
  return `${cut || '添付ファイル'}.${own ?? known[0]}`;
}

/** `Content-Disposition` of RFC 6266: a file to keep, by its name; a plain one for whatever reads no other letters than those of ASCII. */
export const asFile = (name: string): string => {
  const spelled = encodeURIComponent(name).replace(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="attachment${/\.\w+$/.exec(name)?.[0] ?? ''}"; filename*=UTF-8''${spelled}`;
};
