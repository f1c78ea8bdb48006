/**
 * The limits of a call in plain words, made from the same data that the checks use (`call.rules`):
 * what the page says and what the checker does cannot part ways.
 */
import type { PaperRules, WorkRules } from '#app/preflight/rules.ts';
import { spokenFor } from '#app/ui/language.ts';
import { isOwnFormat } from './format.ts';
import { limitWords, type LimitWords } from './limit-words.ts';
import type { CallSettings } from './settings.ts';

/** One sentence for each limit that the rules hold. */
export function limitsOf(call: Pick<CallSettings, 'rules' | 'abstract'>, language = 'en'): string[] {
  const { rules } = call;
  const w = limitWords[spokenFor(language)];
  const said = rules.kind === 'paper' ? paperLimits(rules, w) : workLimits(rules, w);
  return [...said, w.abstract(call.abstract.label, call.abstract.maxLength)];
}

/** The call's text with its limits, as a list in Markdown, where `{{limits}}` stands. */
export function withLimits(call: Pick<CallSettings, 'rules' | 'abstract' | 'text'>, language = 'en'): string {
  const list = limitsOf(call, language)
    .map((limit) => `- ${limit}`)
    .join('\n');
  return call.text.replaceAll(/^[ \t]*\{\{\s*limits\s*\}\}[ \t]*$/gm, () => list);
}

function paperLimits(
  { maxBodyPages, maxBytes, authorsVisible, format, supplement }: PaperRules,
  w: LimitWords,
): string[] {
  return [
    w.paper(maxBodyPages),
    w.format(format.label, isOwnFormat(format) ? format : null),
    authorsVisible ? w.authorsVisible : w.authorsHidden,
    w.pdf(maxBytes),
    supplement ? w.supplement(supplement.maxFiles, supplement.maxBytes) : w.noSupplement,
  ];
}

function workLimits(rules: WorkRules, w: LimitWords): string[] {
  const { requireOneOf, maxVideoSeconds, filmMayBeLonger, requireDescription } = rules;
  const { descriptionMaxPages, maxSupplementary, maxBytes } = rules;
  const [main, video] = [requireOneOf.includes('main'), requireOneOf.includes('video')];
  const whole = video ? w.workOrVideo(maxVideoSeconds) : w.work;
  return [
    main ? whole : w.video(maxVideoSeconds),
    ...(video && filmMayBeLonger ? [w.longerFilm] : []),
    w.description(descriptionMaxPages, requireDescription),
    maxSupplementary === 0 ? w.noSupplement : w.supplement(maxSupplementary, null),
    w.together(maxBytes),
  ];
}
