/** Tells the parent where we listen, and what we have used whenever it asks. */
export function answering(port) {
  process.on('message', ({ ask }) => {
    if (ask === 'usage') {
      globalThis.gc();
      const { user, system } = process.cpuUsage();
      process.send({ rss: process.memoryUsage().rss, cpuUs: user + system });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send({ port });
}
