import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Up to here everything is drawn, so that the browser finds words in all of it. */
const FEW = 60;
const BEYOND = 8;

/**
 * Of many lines, those that are near what is on the screen. `before` and `after` are the heights of what is left out;
 * `place` goes on the element that holds the lines, `measure` on each line together with `data-index`.
 */
export function useNear<Place extends HTMLElement = HTMLTableElement>({
  count,
  height,
  keyOf,
}: {
  readonly count: number;
  readonly height: number;
  readonly keyOf: (at: number) => string;
}) {
  const place = useRef<Place>(null);
  const [scrollMargin, setMargin] = useState(0);
  const isMany = count > FEW;
  useEffect(() => {
    if (!isMany) return;
    // What stands above it grows and shrinks: a form is opened, a notice comes.
    const observer = new ResizeObserver(() => setMargin(Math.round((place.current?.getBoundingClientRect().top ?? 0) + window.scrollY)));
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isMany]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: BEYOND,
    scrollMargin,
    enabled: isMany,
  });
  if (!isMany) return { place, measure: undefined, before: 0, after: 0, near: Array.from({ length: count }, (_, at) => at) };
  const items = virtualizer.getVirtualItems();
  return {
    place,
    measure: virtualizer.measureElement,
    before: Math.max(0, (items[0]?.start ?? scrollMargin) - scrollMargin),
    after: Math.max(0, virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)),
    near: items.map(({ index }) => index),
  };
}

/** A list of which only what is near the screen is drawn. It still says how long it is. */
export function LongList<T>({
  lines,
  height,
  keyOf,
  children,
  onEnd,
  className = '',
}: {
  readonly lines: readonly T[];
  /** About how high a line is, in pixels; each is measured once it is drawn. */
  readonly height: number;
  readonly keyOf: (line: T) => string | number;
  readonly children: (line: T, at: number) => ReactNode;
  /** Called when its end comes near. */
  readonly onEnd?: (() => void) | null;
  readonly className?: string;
}) {
  const { place, measure, before, after, near } = useNear<HTMLOListElement>({
    count: lines.length,
    height,
    keyOf: (at) => String(keyOf(lines[at]!)),
  });
  const isAtEnd = near.at(-1) === lines.length - 1;
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, onEnd, lines.length]);
  return (
    <ol ref={place} className={className} style={{ paddingTop: before, paddingBottom: after }}>
      {near.map((at) => (
        <li key={keyOf(lines[at]!)} ref={measure} data-index={at} aria-posinset={at + 1} aria-setsize={lines.length}>
          {children(lines[at]!, at)}
        </li>
      ))}
    </ol>
  );
}
