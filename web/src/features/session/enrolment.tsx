import { useState } from 'react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/language';
import { AddFactor, RecoveryCodes } from './add-factor';
import type { Added } from './factors';
import { words as says } from './sign-in-words';
import type { SignedIn } from './ways-in';

interface Enrolling {
  /** What the step before brought; the browser keeps its own otherwise. */
  readonly ticket: string | null;
  readonly hasPasskeys: boolean;
  readonly go: (signedIn: SignedIn) => void | Promise<void>;
  readonly again: () => void;
}

/** Somebody whose work needs a second factor and who has none yet sets it up before they are in. */
export default function Enrolment({ ticket, hasPasskeys, go, again }: Enrolling) {
  const s = useWords(says);
  const [added, setAdded] = useState<Added | null>(null);
  const goOn = () => {
    if (added?.signedIn) void go(added.signedIn);
  };
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-std-20B-150">{s.enrol}</h2>
      {added ? (
        <RecoveryCodes codes={added.recoveryCodes} done={goOn} />
      ) : (
        <>
          <p>{s.enrolText}</p>
          <AddFactor ticket={ticket} hasPasskeys={hasPasskeys} done={setAdded} />
          <Button look="quiet" onPress={again}>
            {s.back}
          </Button>
        </>
      )}
    </div>
  );
}
