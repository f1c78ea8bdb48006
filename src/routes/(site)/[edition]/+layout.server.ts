import { show } from '#app/features/site/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const csr = false;

export const load = ({ locals, params }) => answered(() => show(locals.context, { slug: params.edition }));
