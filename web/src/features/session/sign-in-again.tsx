import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSessionLost } from '../../data';
import { forgetDrafts } from '../../drafts';
import { useWords } from '../../words/language';
import { SignInForm } from './sign-in-form';
import { words } from './words';

/** Over the screen, which stays as it was: signing in again goes on where the session broke off. */
export function SignInAgain({ staffId }: { readonly staffId: string }) {
  const w = useWords(words);
  const cache = useQueryClient();
  const { isLost, found } = useSessionLost();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isLost) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isLost]);
  const goOn = async (whoId: string) => {
    // Somebody else sits down: nothing of the one before is left on the screen.
    if (whoId !== staffId) {
      forgetDrafts();
      cache.clear();
      window.location.assign('/');
      return;
    }
    found();
    await cache.invalidateQueries();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-over"
      className="m-auto w-full max-w-md rounded-16 p-6"
      onCancel={(event) => event.preventDefault()}
    >
      {isLost && (
        <div className="flex flex-col gap-4">
          <h2 id="session-over" className="text-std-24B-150">
            {w.sessionOver}
          </h2>
          <p>{w.sessionOverText}</p>
          <SignInForm onDone={goOn} />
        </div>
      )}
    </dialog>
  );
}
