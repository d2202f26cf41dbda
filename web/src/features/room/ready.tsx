import { Badge } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { useList, useWords } from '../../words/language';
import { names as called } from '../meetings/names';
import type { Session } from './room';
import { words } from './words';

const LOOKS = {
  NOT_INVITED: 'red',
  UNANSWERED: 'orange',
  WILL_COME: 'green',
  WILL_NOT_COME: 'red',
  CAME: 'green',
  DID_NOT_COME: 'red',
} as const;

/** Whether those come, or have come, without whom nothing can be decided; and what cannot be decided as it stands. */
export function Ready({ of: { readiness, status } }: { readonly of: Session }) {
  const w = useWords(words);
  const c = useWords(called);
  const list = useList();
  const { mandatory, cannotDecide, came, needed } = readiness;
  if (mandatory.length === 0 && cannotDecide.length === 0) return null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        {mandatory.map(({ name, standing }) => (
          <span key={name}>
            {w.mustCome(name)} <Badge look={LOOKS[standing]}>{w.standing[standing]}</Badge>
          </span>
        ))}
        {status === 'OPEN' && needed > 0 && <span>{w.quorum(came, needed)}</span>}
      </p>
      {cannotDecide.length > 0 && status !== 'CLOSED' && (
        <Notice look="warning">{w.cannotDecide(list(cannotDecide.map((matter) => c.matter[matter])))}</Notice>
      )}
    </>
  );
}
