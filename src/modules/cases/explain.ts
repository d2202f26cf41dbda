import type { Work } from '../../database/work.js';
import type { Category } from './category.js';
import { Note, type NoteKind } from './note.entity.js';

/** What words belong to: their case and category, and the session they stay in, as of the row they explain. */
interface Explained {
  readonly caseId: string | null;
  readonly seriesId?: string | null;
  readonly category: Category;
  readonly confinedTo?: string | null;
}

/** Keeps the words of a reason or a result beside the row they explain, in its category; the trail gets the note's id. */
export async function explain(work: Work, about: Explained, kind: keyof typeof NoteKind, body: string): Promise<string> {
  const note = await work.insert(Note, {
    caseId: about.caseId,
    // What is about a case stays with the case, also on the agenda of a series.
    seriesId: about.caseId ? null : (about.seriesId ?? null),
    category: about.category,
    confinedTo: about.confinedTo ?? null,
    kind,
    body,
  });
  return note.id;
}
