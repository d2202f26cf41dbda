/** Faults to build into the product: what each does, and what is changed where in the built text. */
export const BROKEN: Readonly<
  Record<
    string,
    { readonly what: string; readonly changes: readonly { readonly file: string; readonly from: RegExp; readonly to: string }[] }
  >
>;
