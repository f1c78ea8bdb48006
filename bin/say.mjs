// Words for the terminal: a line for each step, and one sentence with the next step for each known trouble.
export class Trouble extends Error {}

export async function step(what, work) {
  const begun = performance.now();
  process.stderr.write(`· ${what} … `);
  try {
    const result = await work();
    process.stderr.write(`done in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
}

export function sayTrouble(error) {
  const sentence = error instanceof Trouble ? error.message : known(`${error.code ?? ''} ${error.message}`);
  console.error(sentence ?? error.stack ?? String(error));
}

// The order matters: a full disk and a missing permission also make npm report other things.
const troubles = [
  [
    /ENOSPC|No space left|EDQUOT/,
    'The disk is full; make room (Salon takes about 800 MB with its tools), then start again.',
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied/,
    'Salon may not write in its own folder; start it as the owner of this folder, or give the folder to yourself with chown.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
    'The packages could not be fetched; look to the network (or the registry and proxy in your npm settings), then start again.',
  ],
  [/EBADPLATFORM|GLIBC_|musl/, 'Salon runs on Linux with glibc and on macOS; this system is neither.'],
];

export function known(output) {
  return troubles.find(([sign]) => sign.test(output))?.[1];
}
