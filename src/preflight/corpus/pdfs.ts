/** Owns small PDFs written by hand, for tests: Times at given places, and any object that a test wants added. */
export type Line = {
  text: string;
  x?: number;
  y: number;
  size?: number;
  hidden?: boolean;
  colour?: string;
  bold?: boolean;
  box?: [number, number];
};
export type PdfParts = {
  pageSize?: [number, number];
  /** Further objects, by number from 100, and what the catalog says about them. */
  objects?: Record<number, string>;
  catalog?: string;
  trailer?: string;
  pageExtra?: string;
};

/** A PDF of one page for each entry; a string becomes one line near the top. */
export function madePdf(pages: (string | Line[])[], parts: PdfParts = {}): Uint8Array {
  const [width, height] = parts.pageSize ?? [612, 792];
  const objects = new Map<number, string>();
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${parts.catalog ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>');
  objects.set(4, '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>');
  for (const [i, page] of pages.entries()) {
    const lines = typeof page === 'string' ? [{ text: page, y: 700 }] : page;
    const content = lines.map(drawn).join('\n');
    objects.set(
      10 + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${11 + 2 * i} 0 R ${parts.pageExtra ?? ''} >>`,
    );
    objects.set(11 + 2 * i, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [number, body] of Object.entries(parts.objects ?? {})) objects.set(Number(number), body);
  return assembled(objects, parts.trailer ?? '');
}

function drawn({ text, x = 108, y, size = 10, hidden, colour, bold, box }: Line): string {
  if (box) return `0.2 0.4 0.6 rg ${x} ${y} ${box[0]} ${box[1]} re f`;
  const escaped = text.replace(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT ${hidden ? '3 Tr' : '0 Tr'} ${colour ?? '0 0 0'} rg /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td (${escaped}) Tj ET`;
}

function assembled(objects: Map<number, string>, trailer: string): Uint8Array {
  let text = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n';
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const offsets = new Map<number, number>();
  for (const number of numbers) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${objects.get(number)}\nendobj\n`;
  }
  const start = text.length;
  const size = (numbers.at(-1) ?? 0) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  text += `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255);
}
