import type { Look } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { Sheet } from "./sheet.ts";

/** A rule below the line that was drawn last. */
export function ruleUnder(sheet: Sheet): void {
  const y = sheet.y - sheet.size + 1;
  sheet.line(sheet.region.x - 2, y, sheet.region.x + sheet.region.width + 2, y);
  sheet.y += 2;
}

/** Rules between the columns, in each region that the table runs through. */
export function drawGrid(sheet: Sheet, columns: readonly Column[], look: Look): void {
  for (const [region, { page, top }] of look.tops) {
    const bottom = region === sheet.region ? sheet.y - sheet.size + 1 : region.bottom;
    const shift = region.x - sheet.region.x;
    for (const x of [...columns.map((column) => column.x - 3), sheet.region.x + sheet.region.width + 2]) {
      page.over.push({ type: "line", x: x + shift, y: top, toX: x + shift, toY: bottom });
    }
  }
}
