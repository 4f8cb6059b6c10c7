/** 20 MiB: ten times the largest statement seen; beyond it a file is something else. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Statements of a whole year stay under 300 pages. */
export const maxPages = 1_000;

/** Words on one page, and in the whole file: a dense page holds 2,000. */
export const maxWordsPerPage = 20_000;
export const maxWords = 600_000;

/** Painted areas on one page that are looked at for what they hide; what more of them hide counts as shown. */
export const maxAreasPerPage = 20_000;

/** Pictures up to this size are seen to cover what is below them; to decode a larger one takes too long. */
export const maxPicturePixels = 1_000_000;

/** A text item longer than this is no line of a statement; the rest of it is dropped. */
export const maxItemCharacters = 2_000;

/** Readings of one account that are tried before giving up, and the work (rows times readings) they may cost. */
export const maxReadings = 400;
export const maxReadingWork = 3_000_000;

/** Rows of unknown sign between two printed balances whose signs are searched for, and the sums kept meanwhile. */
export const maxUnknownSigns = 24;
export const maxSignSums = 20_000;

/** Checks listed for one account; further contradictions change nothing in the verdict. */
export const maxListedChecks = 100;
