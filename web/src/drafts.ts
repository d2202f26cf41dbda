import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const DRAFT = 'draft';
const isUnsent = (cache: QueryClient) => cache.getQueriesData<string>({ queryKey: [DRAFT] }).some(([, text]) => text);

/**
 * What somebody is typing, under a name: it survives another page and the way back, a lost connection and a lost session.
 * It stays in the memory of this window, so nothing about a family is left on the machine.
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
