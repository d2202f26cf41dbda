import { Link } from 'wouter';
import type { OnCase } from './today';

/** Which case: its number, and the headline that everyone on it may read. */
export function OnCaseLink({ of }: { readonly of: OnCase }) {
  if (!of) return null;
  return (
    <Link href={`/cases/${of.id}`} className="text-key-900 underline hover:bg-key-50">
      {of.number} {of.headline}
    </Link>
  );
}
