/** Owns the opening of a PDF for reading: no evaluation, no fetching, no fonts of the machine, no drawing. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';

export type Opened =
  | { pdf: PDFDocumentProxy; ops: Record<string, number> }
  | { fault: 'password' | 'broken' };

/** The document, or why it does not open. Its loading task must be destroyed afterwards. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const pdfjs = await readerOfPdf();
  const task = pdfjs.getDocument({
    // The reader takes the buffer away, so it gets its own.
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    verbosity: 0,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  task.onPassword = () => void task.destroy();
  try {
    return { pdf: await task.promise, ops: pdfjs.OPS as Record<string, number> };
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    const password = name === 'PasswordException' || /password|destroyed/i.test(String(cause));
    return { fault: password ? 'password' : 'broken' };
  }
}

async function readerOfPdf() {
  return import('unpdf/pdfjs');
}
