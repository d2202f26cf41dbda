/**
 * Completes package-lock.json: `node scripts/complete-lockfile.mjs`, after any `npm install` that changed it.
 * Packages with native code name one optional package for each platform. A registry mirror that lacks some of them makes npm leave
 * those out of the lockfile, and `npm ci` then refuses it everywhere. This adds them back, at the exact version that their
 * owner asks for and for the platform that their name tells; the checksum is left for npm to fill in where the package exists.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = new Set(['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']);
const PROCESSORS = new Set(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = Object.entries(lock.packages).flatMap(([owner, entry]) => complete(owner, entry));
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${added.join(', ')}.`);

function complete(owner, { optionalDependencies = {}, dev }) {
  const missing = Object.entries(optionalDependencies).filter(([name]) => !isLocked(owner, name));
  for (const [name, version] of missing) {
    if (!/^\d/.test(version)) throw new Error(`${owner} wants ${name} ${version}, which is not one exact version.`);
    const { cpu, libc, os } = platformOf(name);
    // In npm's own order, so that its next run changes nothing. JSON leaves out what is undefined.
    lock.packages[`node_modules/${name}`] = { version, cpu, dev, libc, optional: true, os };
  }
  return missing.map(([name]) => name);
}

/** Whether `name`, looked for from `owner` upwards as Node does, has an entry. */
function isLocked(owner, name) {
  for (let place = owner; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (`${place}/node_modules/${name}` in lock.packages) return true;
  }
  return `node_modules/${name}` in lock.packages;
}

function platformOf(name) {
  const words = name.replace('armv7', 'arm').split(/[-/_]/);
  const os = words.filter((word) => SYSTEMS.has(word));
  const cpu = words.filter((word) => PROCESSORS.has(word));
  const libc = os.includes('linux') ? words.flatMap(libcOf) : [];
  return { cpu: orNone(cpu), libc: orNone(libc), os: orNone(os) };
}

function libcOf(word) {
  if (word.startsWith('musl')) return ['musl'];
  return word.startsWith('gnu') ? ['glibc'] : [];
}

function orNone(list) {
  return list.length > 0 ? list : undefined;
}
