import type { Work } from '../../database/work.js';
import type { Category } from './category.js';
import { Note, type NoteKind } from './note.entity.js';

/** Keeps the words of a reason or a result beside the row they explain, in its category; the trail gets the note's id. */
export async function explain(
  work: Work,
  about: { caseId: string; category: Category },
  kind: keyof typeof NoteKind,
  body: string,
): Promise<string> {
  const note = await work.insert(Note, { caseId: about.caseId, category: about.category, kind, body });
  return note.id;
}
