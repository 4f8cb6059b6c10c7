import { maxFileBytes } from "../limits.ts";

/** What one file may cost before it is given up. */
export type ReadLimits = {
  /** Size of the file in bytes; more is `too_large`. */
  fileBytes: number;
  /** Seconds a child may take to load its code, before it is given the file; more is `internal`. */
  startSeconds: number;
  /** Processor time in seconds, all threads together; more is `timed_out`. */
  cpuSeconds: number;
  /** Seconds on the clock from handing the file over to its answer; more is `timed_out`. */
  clockSeconds: number;
  /** Resident memory of the whole child in bytes, Node itself included; more is `out_of_memory`. */
  memoryBytes: number;
  /** Size in bytes of the answer as JSON; more is `out_of_memory`. */
  answerBytes: number;
};

/** For reading the text of a file. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: maxFileBytes,
  startSeconds: 20,
  cpuSeconds: 10,
  clockSeconds: 30,
  memoryBytes: 400_000_000,
  answerBytes: 32 * 1024 * 1024,
};

/**
 * For reading pictures of pages, 20 at most, at some 3 s of processor time a page on two threads. A file that is
 * over these is given up like any other.
 */
export const SCAN_LIMITS: ReadLimits = {
  ...DEFAULT_LIMITS,
  // Two threads load Tesseract and its model: 2 s alone, many times that on a machine at its limits.
  startSeconds: 60,
  cpuSeconds: 150,
  clockSeconds: 90,
  memoryBytes: 1_000_000_000,
};
