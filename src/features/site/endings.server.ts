/**
 * Links in drawn pages name files. What only the running application answers has no file: its address is heard with
 * the ending as well, and without it from then on.
 * @answers GET, HEAD, POST [address].html
 */
import type { Endpoint } from '#app/platform/front.server.ts';

export const withoutEnding: Endpoint = async (request, response) => {
  const [, path, rest] = /^(\/[^?]*)\.html(\?.*)?$/s.exec(request.url ?? '') ?? [];
  // Below the desk lie the files of a draft, by their own names.
  if (path === undefined || path.startsWith('/desk/')) return false;
  if (request.method === 'GET' || request.method === 'HEAD') {
    // Never to another host: two slashes at the start would name one.
    response.writeHead(308, {
      location: `${path.replace(/^\/+/, '/')}${rest ?? ''}`,
      'cache-control': 'no-store',
    });
    response.end();
    return true;
  }
  request.url = `${path}${rest ?? ''}`;
  return false;
};
