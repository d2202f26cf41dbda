import { readFileSync } from 'node:fs';

const BUILT = new URL('../../dist/src/', import.meta.url);

/** Faults to build into the product, for showing that the checker finds them: what is changed where, in the built text, and what has to happen for it to show. */
export const BROKEN = {
  'no-command-id': {
    what: 'A command that is sent again is carried out again.',
    shownBy: ['connections of clients cut', 'connections to the database ended'],
    changes: [{ file: 'database/work.js', from: /commandId: this\.command\.id,/g, to: 'commandId: newId(),' }],
  },
  'notify-early': {
    what: 'The bell rings before the commit, and the tail takes for read what it rang for.',
    shownBy: ['connections to the database ended', 'database slow'],
    changes: [
      {
        file: 'database/act.js',
        from: /append\(transaction, drafts\);/g,
        to: "const [{ seq }] = await transaction.ask('select append_trail($1) as seq', [JSON.stringify(drafts)]); globalThis.ringEarly?.(Number(seq));",
      },
      {
        file: 'trail/tail.js',
        from: /await this\.bell\.start\(\);/g,
        to: 'globalThis.ringEarly = (seq) => (this.cursor = Math.max(this.cursor, seq)); await this.bell.start();',
      },
    ],
  },
  'lazy-commit': {
    what: 'Commands are acknowledged before the database has them on its disk.',
    shownBy: ['database killed'],
    changes: [{ file: 'database/connections.js', from: /timezone: 'UTC',/g, to: "timezone: 'UTC', synchronous_commit: 'off'," }],
  },
  'no-versions': {
    what: 'Whoever writes last wins: nobody looks at the version that was read.',
    shownBy: ['connections to the database ended', 'database slow'],
    changes: [{ file: 'database/work.js', from: /if \(version !== undefined && row\.version !== version\)\s*throw stale\(\);/g, to: '' }],
  },
};

/** A built file with a fault built into it. Throws when it does not have the place that is changed, or has it twice. */
export function broken({ file, from, to }, text = readFileSync(new URL(file, BUILT), 'utf8')) {
  const places = [...text.matchAll(from)];
  if (places.length !== 1) throw new Error(`A fault no longer fits: ${file} should have ${from} once, and has it ${places.length} times.`);
  return text.replace(from, () => to);
}
