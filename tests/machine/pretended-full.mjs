// For machines that allow no small disk: while the file "filling" lies in SALON_PRETENDED_DISK, whatever a program
// wants to write under that folder ends as on a full disk, with the system's own code, and the disk says it is full.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const folder = process.env.SALON_PRETENDED_DISK;
const { existsSync, statfsSync } = fs;
const isFull = () => existsSync(`${folder}/filling`);

function fail(syscall) {
  const words = `ENOSPC: no space left on device, ${syscall}`;
  return Object.assign(new Error(words), { code: 'ENOSPC', errno: -28, syscall });
}

/** An open file is known by its number only; what is not under the folder is let through. */
function isThere(file) {
  if (typeof file !== 'number') return String(file).startsWith(folder);
  try {
    return fs.readlinkSync(`/proc/self/fd/${file}`).startsWith(folder);
  } catch {
    return false;
  }
}

for (const name of ['write', 'writev']) {
  const real = fs[name];
  fs[name] = (file, ...rest) =>
    isFull() && isThere(file) ? process.nextTick(rest.at(-1), fail('write')) : real(file, ...rest);
}
for (const name of ['writeSync', 'writeFileSync', 'mkdirSync']) {
  const real = fs[name];
  fs[name] = (file, ...rest) => {
    if (isFull() && isThere(file)) throw fail(name === 'mkdirSync' ? 'mkdir' : 'write');
    return real(file, ...rest);
  };
}
fs.statfsSync = (path, ...rest) => {
  const told = statfsSync(path, ...rest);
  return isFull() && isThere(path) ? { ...told, bavail: 0 } : told;
};
syncBuiltinESMExports();
