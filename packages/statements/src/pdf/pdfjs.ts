import { definePDFJSModule } from "unpdf";

/** One end of pdf.js's conversation with the part of it that parses files. */
export type Port = {
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
  addEventListener(name: string, listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
};
export type Listener = (event: { data: unknown }) => void;

export type PdfWorker = { destroy(): void };

export type Pdfjs = {
  OPS: Record<string, number>;
  AnnotationType: Record<string, number>;
  PDFWorker: new (options: { port: Port; verbosity: number }) => PdfWorker;
  /** Answers, on a port, what the other end asks about a file. */
  listen: (port: Port) => void;
};

let loaded: Promise<Pdfjs> | undefined;

/**
 * unpdf's own bundle is an older pdf.js (CVE-2026-16633). The legacy build brings what the normal one expects of a
 * runtime and Node lacks: up to 24 it does not load at all, and 26 has no Math.sumPrecise, which AES-256 and some
 * fonts need. unpdf supplies the browser globals; nothing is drawn, so no canvas is needed.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= withoutCanvasAdvice(load);
  return loaded;
}

async function load(): Promise<Pdfjs> {
  await definePDFJSModule(() => import("pdfjs-dist/legacy/build/pdf.mjs") as never);
  const { OPS, AnnotationType, PDFWorker } = (await import(
    "pdfjs-dist/legacy/build/pdf.mjs"
  )) as unknown as Pdfjs;
  // @ts-expect-error: the parsing part has no types of its own.
  const { WorkerMessageHandler } = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return { OPS, AnnotationType, PDFWorker, listen: (port) => WorkerMessageHandler.initializeFromPort(port) };
}

/** Importing pdf.js without a canvas prints that it cannot draw; every other warning is passed on. */
async function withoutCanvasAdvice<Result>(work: () => Promise<Result>): Promise<Result> {
  const { warn } = console;
  console.warn = (...message: unknown[]) => {
    if (!/^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill)/.test(String(message[0]))) warn(...message);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
