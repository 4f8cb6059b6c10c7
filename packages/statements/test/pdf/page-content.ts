import { deflated } from "../child/pdf-file.ts";

export const shown = "BT /F 10 Tf 50 250 Td (shown) Tj ET";
export const text = (words: string, y = 200) => `BT /F 10 Tf 50 ${y} Td (${words}) Tj ET`;
/** A picture of two by two pixels. */
export const picture = (more = "") =>
  deflated(
    new Uint8Array(12).fill(255),
    1,
    `/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB ${more}`,
  );
