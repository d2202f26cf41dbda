import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { attemptsOf } from './data';
import { canSeal, open, seal } from './sealed';

const DRAFT = 'draft';
/** Where this window keeps what is unsent, sealed. */
const KEPT = 'tsunagi.unsent';

/** What a window knows that nobody else does: what was typed, by its name, and the ids of commands whose answer nobody has seen. */
interface Unsent {
  readonly drafts: readonly (readonly [string, string])[];
  readonly attempts: readonly (readonly [string, string])[];
}

const draftsIn = (cache: QueryClient): Unsent['drafts'] =>
  cache.getQueriesData<string>({ queryKey: [DRAFT] }).flatMap(([key, text]) => (text ? [[String(key[1]), text]] : []));
/** Whether something was typed that was not sent. */
export const isUnsent = (cache: QueryClient) => draftsIn(cache).length > 0;

/**
 * What somebody is typing, under a name: it survives another page and the way back, a lost connection and a lost session.
 * It stays in this window, and is never readable on the machine.
 */
export function useDraft(name: string, initial = ''): readonly [string, (text: string) => void] {
  const cache = useQueryClient();
  const [text, setText] = useState(() => cache.getQueryData<string>([DRAFT, name]) || initial);
  useEffect(() => {
    cache.setQueryDefaults([DRAFT, name], { gcTime: Infinity, staleTime: Infinity });
  }, [cache, name]);
  const write = (written: string) => {
    setText(written);
    cache.setQueryData([DRAFT, name], written === initial ? '' : written);
  };
  return [text, write];
}

/** Asks before the window is closed on something unsent. */
export function useUnsentGuard(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (isUnsent(cache)) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [cache]);
}

/** On signing out, and when somebody else sits down. */
export const forgetDrafts = (): void => sessionStorage.removeItem(KEPT);

/**
 * Keeps what is unsent across a reload, or a crash, of this window: sealed with a key that the server gives for as long as the session lasts and
 * that is never written down. Answers whether what was kept before is back. Without Web Crypto, where the product is served without TLS, nothing is kept.
 */
export function useKeptDrafts(key: string | null | undefined): boolean {
  const cache = useQueryClient();
  const [isBack, setBack] = useState(() => sessionStorage.getItem(KEPT) === null || !canSeal());
  useEffect(() => {
    if (!key || !canSeal()) return;
    let isOver = false;
    let stop = () => {};
    void takeBack(cache, key).then(() => {
      if (isOver) return;
      stop = keep(cache, key);
      setBack(true);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [cache, key]);
  return isBack;
}

async function takeBack(cache: QueryClient, key: string): Promise<void> {
  const kept = sessionStorage.getItem(KEPT);
  const text = kept && (await open(kept, key));
  if (!text) return;
  const { drafts, attempts } = JSON.parse(text) as Unsent;
  for (const [name, draft] of drafts) {
    cache.setQueryDefaults([DRAFT, name], { gcTime: Infinity, staleTime: Infinity });
    cache.setQueryData([DRAFT, name], (typed: string | undefined) => typed ?? draft);
  }
  for (const [said, id] of attempts) attemptsOf(cache).set(said, id);
}

/** Writes it anew whenever it changes, one writing at a time; answers how to leave off. */
function keep(cache: QueryClient, key: string): () => void {
  let written = '';
  let isWriting = false;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    for (let unsent = say(cache); unsent !== written; unsent = say(cache)) {
      const sealed = unsent && (await seal(unsent, key));
      if (sealed) sessionStorage.setItem(KEPT, sealed);
      else forgetDrafts();
      written = unsent;
    }
    isWriting = false;
  };
  const stops = [
    cache.getQueryCache().subscribe(({ query }) => (query.queryKey as readonly unknown[])[0] === DRAFT && void write()),
    cache.getMutationCache().subscribe(() => void write()),
  ];
  void write();
  return () => stops.forEach((stop) => stop());
}

function say(cache: QueryClient): string {
  const unsent: Unsent = { drafts: draftsIn(cache), attempts: [...attemptsOf(cache)] };
  return unsent.drafts.length > 0 ? JSON.stringify(unsent) : '';
}
