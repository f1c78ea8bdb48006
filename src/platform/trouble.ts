/** What stops Salon from starting and can be put right by the person who runs it: one sentence, then the next step. */
export class Trouble extends Error {
  override name = 'Trouble';
}

/** The sentence for a known trouble; undefined is an accident, to be logged in full. */
export function troubleOf(
  error: unknown,
  { port, folder = 'the data folder' }: { port?: number; folder?: string } = {},
): string | undefined {
  if (error instanceof Trouble) return error.message;
  const { code, syscall, path, address } = error as NodeJS.ErrnoException & { address?: string };
  const place = path ?? folder;
  if (syscall === 'listen' && code === 'EADDRINUSE')
    return `Port ${port ?? ''} is taken; stop what uses it, or choose another, such as PORT=${(port ?? 3000) + 1}.`;
  if (syscall === 'listen' && code === 'EACCES')
    return `Port ${port ?? ''} may only be opened by root; choose one above 1023, such as PORT=3000, and let nginx or Caddy stand before it (docs/operate).`;
  if (syscall === 'listen' && code === 'EADDRNOTAVAIL')
    return `This machine has no address ${address ?? ''}; leave HOST empty, or name an address of this machine.`;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of ${place} is full; make room, then start again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Salon may not write ${place}; give it to the user who runs Salon, or set SALON_DATA to another folder.`;
  // From here on the codes are PostgreSQL's own, or those of the way to it.
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code === 'EAI_AGAIN')
    return `The database named in DATABASE_URL does not answer (${code}); start it or mend the address, then start Salon again.`;
  if (code === '28P01' || code === '28000')
    return 'The database named in DATABASE_URL refuses the user or password written there.';
  if (code === '3D000')
    return 'The database named in DATABASE_URL does not exist there; create it (createdb), then start Salon again.';
  return undefined;
}
