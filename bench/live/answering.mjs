/** Tells the parent where we listen, and when it asks, what time we have used, or what memory we hold once what is not needed any more is gone. */
export function answering(port) {
  const answers = {
    cpuUs: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    memory: () => {
      globalThis.gc();
      return process.memoryUsage().rss;
    },
  };
  process.on('message', ({ ask }) => {
    if (ask) process.send(answers[ask]());
  });
  process.on('disconnect', () => process.exit());
  process.send({ port });
}
