/** Uploads that do not pass SvelteKit: bodies are streamed, never held. In front of the pages, in this order. */
import type { Endpoint } from '#app/platform/front.server.ts';
import { multipartEndpoint } from './multipart.server.ts';
import { tusEndpoint } from './tus.server.ts';

export const endpoints = endpointsWith({ silence: 60_000 });

/** `silence` is how many milliseconds a connection may bring nothing before it is cut. */
export function endpointsWith({ silence }: { silence: number }): Endpoint[] {
  return [tusEndpoint, multipartEndpoint].map(
    (endpoint) => (request, response) => endpoint(request, response, silence),
  );
}
