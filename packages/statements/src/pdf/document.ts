import { definePDFJSModule, getDocumentProxy } from "unpdf";
import { maxFileBytes, maxPages } from "../limits.ts";
import { StatementError } from "../statement.ts";

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

export type OpenDocument = {
  proxy: Proxy;
  pages: number;
  /** Civil date of the PDF's CreationDate as written (its own time zone), or null. */
  created: string | null;
};

const assets = new URL("./", import.meta.resolve("pdfjs-dist/package.json"));

/** pdf.js reads these as files, so a path and not a file: URL. */
function assetFolder(name: string): string {
  return decodeURIComponent(new URL(`${name}/`, assets).pathname);
}

let defined: Promise<void> | undefined;

/**
 * unpdf's own bundle is an older pdf.js (CVE-2026-16633). The legacy build brings what the normal one expects of a
 * runtime and Node lacks: up to 24 it does not load at all, and 26 has no Math.sumPrecise, which AES-256 and some
 * fonts need. unpdf supplies the browser globals; nothing is drawn, so no canvas is needed.
 */
function usePdfjs(): Promise<void> {
  defined ??= withoutCanvasAdvice(() =>
    definePDFJSModule(() => import("pdfjs-dist/legacy/build/pdf.mjs") as never),
  );
  return defined;
}

/** Importing pdf.js without a canvas prints that it cannot draw; every other warning is passed on. */
async function withoutCanvasAdvice(load: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = (...message: unknown[]) => {
    if (!/^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill)/.test(String(message[0]))) warn(...message);
  };
  try {
    await load();
  } finally {
    console.warn = warn;
  }
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
  await usePdfjs();
  let proxy: Proxy;
  try {
    // A copy: pdf.js takes the bytes over, and refuses a Buffer.
    proxy = await getDocumentProxy(new Uint8Array(bytes), {
      password,
      verbosity: 0,
      // Errors inside a page are skipped, not fatal: banks' files are often slightly wrong, and a row that
      // is lost by it cannot be silent, since the balances then no longer add up.
      stopAtErrors: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      maxImageSize: pictures?.maxPixels ?? 1,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      cMapUrl: assetFolder("cmaps"),
      cMapPacked: true,
      standardFontDataUrl: assetFolder("standard_fonts"),
      // For pictures in JPEG 2000 and JBIG2: the decoders in JavaScript, since useWasm is off.
      wasmUrl: assetFolder("wasm"),
    });
  } catch (error) {
    throw new StatementError(reasonOf(error), { cause: error });
  }
  if (proxy.numPages > maxPages) {
    await closeDocument(proxy);
    throw new StatementError("too_many_pages");
  }
  return { proxy, pages: proxy.numPages, created: await createdOn(proxy) };
}

export async function closeDocument(proxy: Proxy): Promise<void> {
  await proxy.loadingTask.destroy();
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
