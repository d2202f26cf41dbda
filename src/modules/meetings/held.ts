import type { Choice } from '../../database/selection.js';

/** Sessions that begin between two days in Japan, both included. */
export const held =
  (fromOn: string, toOn: string): Choice['also'] =>
  (it, values) =>
    `(${it}.starts_at at time zone 'Asia/Tokyo')::date between ${values.add(fromOn)}::date and ${values.add(toOn)}::date`;
