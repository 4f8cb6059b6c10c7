const names = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2026-09" as "September 2026". */
export function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return year && number ? names.format(new Date(Date.UTC(year, number - 1))) : month;
}
