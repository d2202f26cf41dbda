/** What a client knows of one command: all that the checker may believe. */
export interface Sent {
  readonly commandId: string;
  readonly verb: string;
  /** A mark that stands in the text that the command writes, where it writes one. */
  readonly mark: string | null;
  /** The row and the version that it was to change, where it was to change one. */
  readonly on: { readonly id: string; readonly version: number } | null;
  /** `DONE`: acknowledged. `REFUSED`: it was not done. `LEFT`: its client went away without having learned. */
  outcome: 'DONE' | 'REFUSED' | 'LEFT';
  /** The row that was answered. */
  row: { readonly id: string; readonly version: number | null } | null;
  code: string | null;
  attempts: number;
  /** From the first attempt to the answer. */
  ms: number;
}

/** What somebody who watches a case knew of it in the end. */
export interface Watched {
  readonly who: string;
  readonly caseId: string;
  /** The last entry that they had when they began. */
  readonly from: number;
  /** The entries of the case that were pointed out to them. */
  readonly pointed: readonly number[];
  readonly keyPersonId: string | null;
  readonly tasks: Readonly<Record<string, string>>;
}

/** Everything that is handed to the checker. */
export interface Histories {
  readonly began: string;
  readonly ended: string;
  readonly sent: readonly Sent[];
  readonly watched: readonly Watched[];
  readonly headsDirs: readonly string[];
}
