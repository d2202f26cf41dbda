/** Faults to build into the product: what each does, what has to happen for it to show, and what is changed where in the built text. */
export const BROKEN: Readonly<
  Record<
    string,
    {
      readonly what: string;
      readonly shownBy: readonly string[];
      readonly changes: readonly { readonly file: string; readonly from: RegExp; readonly to: string }[];
    }
  >
>;

/** A built file with a fault built into it. Throws when it does not have the place that is changed, or has it twice. */
export function broken(change: { readonly file: string; readonly from: RegExp; readonly to: string }): string;
