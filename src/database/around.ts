/** What goes on around every verb: nothing, unless somebody traces. Whoever sets it calls `run` once and hands on what comes of it. */
export const around = { verb: <T>(_name: string, run: () => Promise<T>): Promise<T> => run() };
