import { list } from '#app/features/site/enquiries/desk-operations.server.ts';
import { states, type EnquiryState } from '#app/features/site/enquiries/enquiry.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('state') ?? '';
  const state = Object.hasOwn(states, asked) ? (asked as EnquiryState) : 'open';
  return {
    title: 'Enquiries',
    list: await answered(() => list(locals.context, { edition: params.edition, state })),
  };
};
