import { compose } from "./layout/compose.ts";
import { randomOf } from "./random.ts";
import type { StatementSpec } from "./statement-spec.ts";
import { familyFor } from "./writers/fonts.ts";
import { measureWith } from "./writers/metrics.ts";
import { writeWithPdfkit } from "./writers/pdfkit.ts";
import { writeRaw } from "./writers/raw/writer.ts";
import { spacingOf } from "./writers/spacing.ts";

/** The statement as a PDF; the same bytes for the same spec. */
export async function render(spec: StatementSpec): Promise<Uint8Array> {
  const raw = spec.dimensions.writer === "raw";
  const family =
    spec.dimensions.writer === "pdfkit, embedded"
      ? familyFor(spec.country.words, randomOf(spec.seed, "font"))
      : "liberation";
  const measure = measureWith(raw ? spacingOf(spec.dimensions) : {}, family);
  const pages = compose(spec, measure);
  return raw ? writeRaw(spec, pages) : writeWithPdfkit(spec, pages, measure, family);
}
