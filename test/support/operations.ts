import { readOperations } from '../../src/gate/operations.js';

/** The id of an operation of the workspace, by its name: what a browser sends instead of its text. */
export async function operationId(name: string): Promise<string> {
  const operations = await readOperations();
  const found = [...operations].find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`).test(text));
  if (!found) throw new Error(`The workspace asks nothing called ${name}.`);
  return found[0];
}
