import { OneOf } from '../../ui/choices';
import { Choose } from '../../ui/field';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { names as called } from './names';
import type { PartProps } from './record-consent';
import { useGrounds } from './sharing';
import { words } from './words';

/** How a consent was given; a spoken one needs somebody else who heard it. */
export function Evidence({ said, change, fault, isVerbal }: PartProps & { readonly isVerbal: boolean }) {
  const w = useWords(words);
  const n = useWords(called);
  const me = usePerson();
  const staff = useGrounds().data?.staff.filter(({ id }) => id !== me.id) ?? [];
  return (
    <>
      <OneOf
        label={w.evidence}
        value={said.evidence}
        onChange={(evidence) => change({ evidence, witnessStaffId: '' })}
        choices={(['SIGNED_FORM', 'VERBAL_WITH_WITNESS'] as const).map((value) => ({ value, label: n.evidence[value] }))}
      />
      {isVerbal && (
        <Choose
          label={w.witness}
          value={said.witnessStaffId}
          placeholder={w.choose}
          onChange={(witnessStaffId) => change({ witnessStaffId })}
          options={staff.map(({ id, name, postings }) => ({
            value: id,
            label: `${name}（${postings.find(({ isCurrent }) => isCurrent)?.agency?.name ?? '—'}）`,
          }))}
          fault={fault('witnessStaffId')}
        />
      )}
    </>
  );
}
