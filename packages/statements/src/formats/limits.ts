/** Elements inside one another: a CAMT statement has 15 levels. */
export const maxXmlDepth = 64;

/** Rows and columns of a table; a year of a busy account has 20,000 rows. */
export const maxTableRows = 60_000;
export const maxTableColumns = 100;

/** A cell longer than this is cut: no description is. */
export const maxCellCharacters = 2_000;
