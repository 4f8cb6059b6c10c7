import { getDocumentProxy } from "unpdf";
import { maxFileBytes, maxPages, maxPicturePixels } from "../limits.ts";
import { StatementError } from "../statement.ts";
import type { Note } from "./notes.ts";
import { type Operators, operatorsOf } from "./operators.ts";
import { loadPdfjs, type PdfWorker } from "./pdfjs.ts";
import { WorkerLink } from "./worker-link.ts";

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

export type OpenDocument = {
  proxy: Proxy;
  pages: number;
  /** Civil date of the PDF's CreationDate as written (its own time zone), or null. */
  created: string | null;
  link: WorkerLink;
  worker: PdfWorker;
  operators: Operators;
  /** Which layers (optional content) are shown; null where the file does not say. */
  layers: { isVisible(layer: never): boolean } | null;
  /** Notes of text (FreeText). Asked for once: page by page it takes a twentieth of the time of a long statement. */
  notes: readonly Note[];
};

const assets = new URL("./", import.meta.resolve("pdfjs-dist/package.json"));

/** pdf.js reads these as files, so a path and not a file: URL. */
function assetFolder(name: string): string {
  return decodeURIComponent(new URL(`${name}/`, assets).pathname);
}

/** The header may stand behind up to 1,024 bytes of something else (ISO 32000-1, annex H.3.4.1). */
function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024 + 5)).includes("%PDF-");
}

/**
 * Opens a PDF without running, drawing or fetching anything that is in it.
 * @throws StatementError too_large, not_a_pdf, password_needed, wrong_password, unsupported_encryption, damaged,
 * too_many_pages
 *
 * @param pictures the largest picture in a page, in pixels, for who draws pages; otherwise pictures are left out
 */
export async function openDocument(
  bytes: Uint8Array,
  password?: string,
  pictures?: { maxPixels: number },
): Promise<OpenDocument> {
  if (bytes.length > maxFileBytes) throw new StatementError("too_large");
  if (!looksLikePdf(bytes)) throw new StatementError("not_a_pdf");
  const { OPS, AnnotationType, PDFWorker, listen } = await loadPdfjs();
  const draws = pictures !== undefined;
  const link = new WorkerLink(draws, OPS);
  listen(link);
  const worker = new PDFWorker({ port: link, verbosity: 0 });
  let proxy: Proxy;
  try {
    // A copy: pdf.js takes the bytes over, and refuses a Buffer.
    proxy = await getDocumentProxy(new Uint8Array(bytes), {
      worker: worker as never,
      password,
      verbosity: 0,
      // Errors inside a page are skipped, not fatal: banks' files are often slightly wrong, and a row that
      // is lost by it cannot be silent, since the balances then no longer add up.
      stopAtErrors: false,
      enableXfa: false,
      fontExtraProperties: true,
      // Outlines of letters, and the files of the standard fonts, only for who draws them.
      disableFontFace: draws,
      useSystemFonts: !draws,
      useWasm: false,
      maxImageSize: pictures?.maxPixels ?? maxPicturePixels,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      cMapUrl: assetFolder("cmaps"),
      cMapPacked: true,
      standardFontDataUrl: assetFolder("standard_fonts"),
      // For pictures in JPEG 2000 and JBIG2: the decoders in JavaScript, since useWasm is off.
      wasmUrl: assetFolder("wasm"),
    });
  } catch (error) {
    worker.destroy();
    throw new StatementError(reasonOf(error), { cause: error });
  }
  const layers = await proxy.getOptionalContentConfig().catch(() => null);
  const document = { proxy, pages: proxy.numPages, created: await createdOn(proxy) };
  const open = { ...document, link, worker, operators: operatorsOf(OPS), layers };
  if (open.pages > maxPages) {
    await closeDocument(open);
    throw new StatementError("too_many_pages");
  }
  // Those that cannot be read are not shown by viewers either.
  const notes = await proxy
    .getAnnotationsByType(new Set([AnnotationType.FREETEXT!]), new Set())
    .catch(() => []);
  return { ...open, notes: (notes ?? []) as Note[] };
}

export async function closeDocument({
  proxy,
  worker,
}: Pick<OpenDocument, "proxy" | "worker">): Promise<void> {
  await proxy.loadingTask.destroy();
  worker.destroy();
}

/** pdf.js throws named exceptions; a PasswordException says by its code whether one was given (2) or not (1). */
function reasonOf(error: unknown) {
  const { name, code, message } = error as { name?: string; code?: number; message?: string };
  if (name === "PasswordException") {
    if (code === 1) return "password_needed";
    if (code === 2) return "wrong_password";
  }
  const unknownHandler = /encrypt|crypt filter|unknown crypto|unsupported (?:encryption|algorithm)/i;
  if (unknownHandler.test(message ?? "")) return "unsupported_encryption";
  return "damaged";
}

async function createdOn(proxy: Proxy): Promise<string | null> {
  const { info } = await proxy.getMetadata().catch(() => ({ info: {} }));
  const printed = (info as { CreationDate?: unknown }).CreationDate;
  const match = typeof printed === "string" ? /^D:(\d{4})(\d{2})?(\d{2})?/.exec(printed) : null;
  if (!match) return null;
  const [, year, month = "01", day = "01"] = match;
  const date = `${year}-${month}-${day}`;
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? null : date;
}
