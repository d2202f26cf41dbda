/** Stops what `global-setup.ts` started, whether the tests passed or not. */
export default async function stopServer(): Promise<void> {
  await globalThis.testServer?.stop();
}
