import type { ReactNode } from 'react';
import type { Level } from './policy';

/** The more is seen, the stronger; the word is always there. */
export const SHADES: Readonly<Record<Level, string>> = {
  NONE: 'bg-white text-solid-gray-700 border-solid-gray-300',
  HEADLINE: 'bg-key-50 text-key-1000 border-key-200',
  READ: 'bg-key-200 text-key-1200 border-key-300',
  WRITE: 'bg-key-900 text-white border-key-900',
};

export const LevelMark = ({ level, children }: { readonly level: Level; readonly children: ReactNode }) => (
  <span className={`block rounded-4 border px-2 py-1 text-center ${SHADES[level]}`}>{children}</span>
);
