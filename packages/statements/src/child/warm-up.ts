import { readStatement } from "../read-statement.ts";
import { StatementError } from "../statement.ts";

const CONTENT = "BT /F 9 Tf 50 700 Td (01/02/2024 Tea 7.00 9.00) Tj ET";

/** One page with one line of text. */
function smallPdf(): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.7\n";
  let table = "0000000000 65535 f \n";
  objects.forEach((object, index) => {
    table += `${String(file.length).padStart(10, "0")} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}xref\n0 ${size}\n${table}${trailer}`);
}

/**
 * Reads a file of our own, so that the PDF library, which loads itself in parts when first used, is loaded
 * and compiled before a person waits for it.
 */
export async function warmUp(): Promise<void> {
  try {
    await readStatement(smallPdf());
  } catch (error) {
    // It is no statement, and the engine may say so in any of its ways.
    if (!(error instanceof StatementError)) throw error;
  }
}
