/** What a page says to machines in its head; made by others, written by `HeadData.svelte`. */
export interface HeadData {
  /** `<meta name content>`, in this order. */
  metas: [name: string, content: string][];
  /** `<meta property content>`: Open Graph. */
  properties: [property: string, content: string][];
  links: { rel: string; href: string; type?: string; title?: string; hreflang?: string }[];
  /** One JSON document, as `JSON.stringify` writes it. */
  jsonLd: string | null;
}

export interface Citation {
  label: string;
  text: string;
  /** The address of the same text as a file. */
  file: string;
}

/** Nothing in the document can end the element that holds it, or open another. */
export const dataBlock = (json: string) =>
  `<script type="application/ld+json">${json
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}</${'script'}>`;
