import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useWords } from '../../words/language';
import { words } from './shortcuts-words';

/** After “g”: where to. */
const PLACES = { t: '/', i: '/inbox', c: '/cases', r: '/responsibility', n: '/need-to-know', a: '/account' } as const;
const KEPT = 'tsunagi.shortcuts';
/** How long “g” waits for the letter that says where. */
const PATIENCE_MS = 1_500;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Letters that spare the way with Tab, and the list of them. None of them does anything but go somewhere, so a slip costs nothing. */
export function Shortcuts() {
  const w = useWords(words);
  const [, goTo] = useLocation();
  const [isShown, setShown] = useState(false);
  // Whoever speaks to their machine, or whose hand trembles, switches single letters off (WCAG 2.1.4).
  const [isOn, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off');
  useEffect(() => {
    if (!isOn) return;
    let goes = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (event.key === '?') setShown(true);
      const place = PLACES[event.key as keyof typeof PLACES];
      if (place && Date.now() - goes < PATIENCE_MS) goTo(place);
      goes = event.key === 'g' ? Date.now() : 0;
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [goTo, isOn]);
  return (
    <>
      <Button look="quiet" label={w.title} onPress={() => setShown(true)}>
        <span aria-hidden="true">?</span>
      </Button>
      {isShown && (
        <Dialog title={w.title} close={() => setShown(false)}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
            {w.list.split('\n').map((line) => {
              const [keys = '', does = ''] = line.split('|');
              return (
                <div key={keys} className="contents">
                  <dt>
                    <kbd className="rounded-4 border border-solid-gray-420 bg-solid-gray-50 px-2 py-0.5">{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              );
            })}
          </dl>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-key-900"
              checked={isOn}
              onChange={(event) => {
                localStorage.setItem(KEPT, event.target.checked ? 'on' : 'off');
                setOn(event.target.checked);
              }}
            />
            {w.isOn}
          </label>
          <div>
            <Button look="primary" onPress={() => setShown(false)}>
              {w.close}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
