import { redirect } from '@sveltejs/kit';
import { settings as callSettings } from '#app/features/calls/operations.server.ts';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { otherLanguages } from '#app/features/editions/translations.ts';
import { library } from '#app/features/site/pictures/operations.server.ts';
import { translationRows, withTranslations } from '#app/features/site/translating.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Context } from '#app/platform/operation.server.ts';

export const load = async ({ locals, params, url }) => {
  const { settings, calls, pictures, revisions } = await everything(locals.context, params.edition);
  const languages = otherLanguages(settings);
  const asked = url.searchParams.get('in');
  const language = languages.find((one) => one === asked) ?? languages[0] ?? null;
  const rows = language ? translationRows(settings, calls, language, pictures) : [];
  const open = url.searchParams.has('open');
  return {
    title: 'Translations',
    main: settings.about.language,
    languages,
    language,
    open,
    counts: {
      all: rows.length,
      missing: rows.filter(({ state }) => state === 'missing').length,
      behind: rows.filter(({ state }) => state === 'behind').length,
    },
    rows: open ? rows.filter(({ state }) => state !== 'done') : rows,
    revision: revisions.translations,
    saved: url.searchParams.has('saved'),
  };
};

export const actions = {
  default: async ({ locals, params, request, url }) => {
    const { settings, calls, pictures } = await everything(locals.context, params.edition);
    const posted = await request.formData();
    const word = (name: string) => String(posted.get(name) ?? '');
    const language = otherLanguages(settings).find((one) => one === word('language')) ?? '';
    const typed = new Map<string, string>();
    const kept = new Set<string>();
    for (const [name, value] of posted) {
      if (typeof value !== 'string') continue;
      if (name.startsWith('text:')) typed.set(name.slice(5), value);
      if (name.startsWith('kept:')) kept.add(name.slice(5));
    }
    const rows = language ? translationRows(settings, calls, language, pictures) : [];
    const body = language
      ? withTranslations(settings, rows, language, { typed, kept })
      : (settings.translations ?? []);
    const refused = await attempted(
      () =>
        changeSection(locals.context, {
          slug: params.edition,
          section: 'translations',
          body,
          revision: Number(word('revision')) || 0,
          reason: word('reason'),
        }),
      { typed: Object.fromEntries(typed), reason: word('reason') },
    );
    if (!('revision' in refused)) return refused;
    const open = url.searchParams.has('open') ? '&open' : '';
    redirect(303, `/desk/${params.edition}/settings/translations?in=${language}${open}&saved`);
  },
};

async function everything(context: Context, slug: string) {
  const { settings, revisions } = await answered(() => edit(context, { slug }));
  const calls = await answered(() => callSettings(context, { slug }));
  const pictures = await answered(() => library(context, { slug }));
  return {
    settings,
    revisions,
    calls: calls.map((call) => call.settings),
    // What no page uses yet needs no words in other languages.
    pictures: pictures.flatMap(({ key, words, uses }) =>
      words && uses.length > 0 ? [{ key, ...words }] : [],
    ),
  };
}
