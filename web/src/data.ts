import { MutationCache, QueryCache, QueryClient, useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask, Refusal } from './ask';
import type { TadaDocumentNode } from './graphql';
import { newId } from './ids';
import { keys } from './live';

const LOST = ['session-lost'] as const;

/** A session that is over: the screen stays as it is, and asks to sign in again above it. */
const noticeLoss = (cache: () => QueryClient) => (fault: Error) => {
  if (fault instanceof Refusal && fault.code === 'UNAUTHENTICATED' && cache().getQueryData<{ me: unknown }>(keys.mine('me'))?.me)
    cache().setQueryData(LOST, true);
};

/** What was just done and can be taken back. */
export const UNDO = ['undo'] as const;
/** Once something else is done, only the latest can be taken back. */
function forgetUndo(cache: QueryClient, input: unknown): void {
  if (cache.getQueryData<{ input: unknown } | null>(UNDO)?.input !== input) cache.setQueryData(UNDO, null);
}

/** The only store of the workspace: what was read, until it is stale. */
export function newCache(): QueryClient {
  const onError = noticeLoss(() => cache);
  const cache: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError, onMutate: (input) => forgetUndo(cache, input) }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, fault) => fault instanceof Refusal && fault.isUnanswered && fault.code !== 'INTERNAL' && failures < 3,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return cache;
}

export const useSessionLost = () => {
  const cache = useQueryClient();
  const isLost = useQuery({ queryKey: LOST, enabled: false, initialData: false, staleTime: Infinity, gcTime: Infinity }).data;
  return { isLost, found: () => cache.setQueryData(LOST, false) };
};

/** Reads an operation and keeps it under a key; `keys` says which pointers make it stale. */
export function useAsk<Result, Variables>(
  key: QueryKey,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  enabled = true,
) {
  return useQuery<Result, Refusal>({ queryKey: key, queryFn: () => ask(document, variables), enabled });
}

/** The variables of every verb. */
interface Command<Input> {
  readonly commandId: string;
  readonly input: Input;
}

const attempts = new WeakMap<QueryClient, Map<string, string>>();
/** The ids of commands whose answer nobody has seen yet, by what they say. */
export function attemptsOf(cache: QueryClient): Map<string, string> {
  const known = attempts.get(cache) ?? new Map<string, string>();
  attempts.set(cache, known);
  return known;
}

/**
 * Carries out a verb. The same input sent again after a broken connection, or by somebody who left before the answer came, is the same
 * command, so nothing happens twice; a second press while the first is under way does nothing. What is mine is read again afterwards,
 * and the case, and what stands in `also`.
 */
export function useVerb<Result, Input>(
  document: TadaDocumentNode<Result, Command<Input>>,
  caseId?: string | null,
  also: readonly QueryKey[] = [],
  /** Called as soon as it is done, also when the screen that sent it is gone by then. */
  onDone?: (result: Result) => void,
) {
  const cache = useQueryClient();
  const unseen = attemptsOf(cache);
  const saying = (input: Input) => JSON.stringify([document, input]);
  const seen = useSeen<Result>();
  const mutation = useMutation<Result, Refusal, Input>({
    mutationFn: (input) => {
      const said = saying(input);
      const commandId = unseen.get(said) ?? newId();
      unseen.set(said, commandId);
      return ask(document, { commandId, input });
    },
    onSuccess: async (result) => {
      onDone?.(result);
      seen.answered(result);
      await Promise.all([
        ...(caseId ? [cache.invalidateQueries({ queryKey: keys.ofCase(caseId) })] : []),
        cache.invalidateQueries({ queryKey: keys.mine() }),
        ...also.map((queryKey) => cache.invalidateQueries({ queryKey })),
      ]);
    },
    onError: ({ code, isUnanswered }, input) => {
      if (!isUnanswered) unseen.delete(saying(input));
      if (code === 'CONFLICT' && caseId) void cache.invalidateQueries({ queryKey: keys.ofCase(caseId) });
    },
  });
  return {
    send: (input: Input, done?: (result: Result) => void) => {
      if (mutation.isPending) return;
      seen.waits((result) => {
        unseen.delete(saying(input));
        done?.(result);
      });
      mutation.mutate(input, { onSuccess: seen.shown });
    },
    isSending: mutation.isPending,
    refusal: mutation.error,
    forget: mutation.reset,
  };
}

/**
 * When somebody has seen the answer: once the screen shows what it changed, or when the form goes because of it. Not for who had left before
 * it came: their text is still there, and sent again it is the same command.
 */
function useSeen<Result>() {
  const state = useRef<{ isHere: boolean; waiting: ((result: Result) => void) | null; owed: (() => void) | null }>({
    isHere: true,
    waiting: null,
    owed: null,
  });
  const shown = () => {
    const { owed } = state.current;
    state.current.owed = null;
    owed?.();
  };
  useEffect(() => {
    const now = state.current;
    now.isHere = true;
    return () => {
      now.isHere = false;
      const { owed } = now;
      now.owed = null;
      owed?.();
    };
  }, []);
  return {
    shown,
    waits: (done: (result: Result) => void) => {
      state.current.waiting = done;
    },
    answered: (result: Result) => {
      const { isHere, waiting } = state.current;
      state.current.owed = isHere && waiting ? () => waiting(result) : null;
    },
  };
}
