/** The embedded PostgreSQL cannot run here; the message is one sentence for the person at the terminal. */
export class EmbeddedFault extends Error {
  override readonly name = 'EmbeddedFault';
}
