import type { Sheet } from "./sheet.ts";

/** A word across each page, drawn under or over its rows. */
export function drawWatermark(sheet: Sheet): void {
  const { watermark } = sheet.spec.dimensions;
  if (watermark === "none") return;
  const random = sheet.random.fork("watermark");
  const text = random.pick(["DUPLICATE", "COPY", "SPECIMEN", "NOT VALID", "COPY 2024"]);
  const slanted = watermark === "slanted";
  for (const page of sheet.pages) {
    const mark = {
      type: "text" as const,
      x: page.width * (slanted ? 0.2 : 0.15),
      y: page.height * (slanted ? 0.7 : 0.5),
      text,
      size: slanted ? random.pick([40, 60, 80]) : random.pick([64, 80]),
      face: "bold" as const,
      gray: 0.85,
      angle: slanted ? random.pick([30, 45, 55]) : 0,
      hidden: null,
      column: 0,
    };
    (random.chance(0.5) ? page.under : page.over).push(mark);
  }
}
