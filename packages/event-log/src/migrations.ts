/** The folder of the migrations of the events database, for `migrate`. */
export const migrationsFolder = new URL("../migrations/", import.meta.url);
