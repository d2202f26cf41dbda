import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** Something to be done before anything else, above the page. Escape leaves it; focus goes back to where it came from. */
export function Dialog({ title, close, children }: { readonly title: string; readonly close: () => void; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before it leaves the page, so that focus can go back.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-auto w-full max-w-2xl rounded-16 p-6 backdrop:bg-black/40"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="flex flex-col gap-4">
        <h2 id={titleId} className="text-std-24B-150">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
