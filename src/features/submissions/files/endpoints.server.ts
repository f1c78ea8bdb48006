/** Uploads that do not pass SvelteKit: bodies are streamed, never held. In front of the pages, in this order. */
import type { Endpoint } from '#app/platform/front.server.ts';
import { multipartEndpoint } from './multipart.server.ts';
import { tusEndpoint } from './tus.server.ts';

export const endpoints: Endpoint[] = [tusEndpoint, multipartEndpoint];
