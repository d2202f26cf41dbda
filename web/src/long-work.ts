import { useEffect, useRef, useState } from 'react';
import { Refusal } from './ask';

/** What somebody who works in steps is given: how to tell how far they have come, from 0 to 1, and when to leave off. */
export interface Step {
  readonly signal: AbortSignal;
  readonly tell: (part: number) => void;
}

/** Work that takes its time: how far it has come, a way to leave off, and what came of it. It is left off when its screen goes. */
export function useLongWork<Result>() {
  const [state, setState] = useState<{ part: number | null; refusal: Refusal | null; result: Result | null }>({
    part: null,
    refusal: null,
    result: null,
  });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const start = async (work: (step: Step) => Promise<Result>) => {
    if (under.current) return;
    const controller = new AbortController();
    under.current = controller;
    const { signal } = controller;
    setState({ part: 0, refusal: null, result: null });
    const tell = (part: number) => {
      if (!signal.aborted) setState((before) => ({ ...before, part: Math.min(1, part) }));
    };
    try {
      const result = await work({ signal, tell });
      if (!signal.aborted) setState({ part: null, refusal: null, result });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      if (!signal.aborted) setState({ part: null, refusal: fault, result: null });
    } finally {
      if (under.current === controller) under.current = null;
    }
  };
  const stop = () => {
    under.current?.abort();
    under.current = null;
    setState({ part: null, refusal: null, result: null });
  };
  return { start, stop, isRunning: state.part !== null, ...state };
}
