/** Elements inside one another: a CAMT statement has 15 levels. */
export const maxXmlDepth = 64;

/** Rows and columns of a table. As many rows take 6 s and 360 MB; a year of a busy account has 20,000. */
export const maxTableRows = 30_000;
export const maxTableColumns = 100;

/** A cell longer than this is cut: no description is. */
export const maxCellCharacters = 2_000;
