import { readConfig } from '../config.js';
import { addKey } from '../keyring.js';
import { startFault } from '../start-fault.js';

/* `npm run keys:add`: puts a new key in front of the others. It seals from the next start on; nobody is signed out. */

try {
  const { keysFile } = readConfig();
  addKey(keysFile);
  console.log(`新しい鍵を加えました。次の起動から使われます。控えを取ってください。`);
  console.log(`A new key is in ${keysFile}; it seals from the next start on. Keep a copy of the file.`);
} catch (fault) {
  console.error(startFault(fault, null) ?? fault);
  process.exitCode = 1;
}
