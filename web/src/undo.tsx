import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { UNDO, useVerb } from './data';
import type { TadaDocumentNode } from './graphql';
import { Button } from './ui/button';
import { RefusalNotice } from './ui/notice';
import { words } from './ui/words';
import { useWords } from './words/language';

/** What was just done, and the verb that takes it back. The trail keeps both. */
interface Undo<Result, Input> {
  readonly done: string;
  readonly document: TadaDocumentNode<Result, { readonly commandId: string; readonly input: Input }>;
  readonly input: Input;
  readonly caseId: string;
}
type Any = Undo<unknown, unknown>;

/** As long as the product takes it back. */
const WITHIN_MS = 15 * 60_000;

/** Offers to take back what was just done, until something else is done or a quarter of an hour has passed. */
export function useUndo() {
  const cache = useQueryClient();
  return useCallback(<Result, Input>(undo: Undo<Result, Input>) => cache.setQueryData<Any | null>(UNDO, undo as unknown as Any), [cache]);
}

/** At the lower edge of the window, out of the way of what one is reading; announced, and reached with the keyboard after the page. */
export function UndoBar() {
  const cache = useQueryClient();
  const last = useQuery<Any | null>({ queryKey: UNDO, enabled: false, initialData: null, staleTime: Infinity, gcTime: Infinity }).data;
  const forget = useCallback(() => cache.setQueryData<Any | null>(UNDO, null), [cache]);
  useEffect(() => {
    if (!last) return;
    const timer = window.setTimeout(forget, WITHIN_MS);
    return () => window.clearTimeout(timer);
  }, [last, forget]);
  return (
    <div role="status" className="sticky bottom-0 z-10 print:hidden">
      {last && <Offer key={JSON.stringify(last.input)} last={last} forget={forget} />}
    </div>
  );
}

function Offer({ last, forget }: { readonly last: Any; readonly forget: () => void }) {
  const w = useWords(words);
  const verb = useVerb(last.document, last.caseId);
  return (
    <div className="mx-auto mb-3 flex w-full max-w-7xl flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border border-solid-gray-420 bg-white px-4 py-2 shadow-2">
      <span className="min-w-0 flex-1">{last.done}</span>
      <Button isBusy={verb.isSending} onPress={() => verb.send(last.input, forget)}>
        {w.undo}
      </Button>
      <Button look="quiet" onPress={forget}>
        {w.dismiss}
      </Button>
      <RefusalNotice refusal={verb.refusal} />
    </div>
  );
}
