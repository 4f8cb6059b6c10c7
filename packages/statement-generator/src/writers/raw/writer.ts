import type { Page } from "../../layout/page.ts";
import { randomOf } from "../../random.ts";
import type { StatementSpec } from "../../statement-spec.ts";
import { spacingOf } from "../spacing.ts";
import { turnOf } from "../turn.ts";
import { contentOf } from "./content.ts";
import { PdfFile } from "./file.ts";
import { rawFont } from "./fonts.ts";

/** Writes a PDF operator by operator, in the ways that no library would. */
export function writeRaw(spec: StatementSpec, pages: readonly Page[]): Uint8Array {
  const { dimensions, country } = spec;
  const random = randomOf(spec.seed, "drawing");
  const file = new PdfFile(dimensions.fileStructure);
  const catalog = file.reserve();
  const tree = file.reserve();
  const [regularId, boldId] = [file.reserve(), file.reserve()];
  const fonts = {
    regular: rawFont("regular", dimensions.encoding, country.words.script),
    bold: rawFont("bold", dimensions.encoding, country.words.script),
  };
  const resources = `/Font << /F1 ${regularId} 0 R /F2 ${boldId} 0 R >>`;
  const kids: number[] = [];
  for (const page of pages) {
    const turn = turnOf(dimensions.rotation, page.width, page.height);
    const turned = turn.matrix.map((value) => String(Math.round(value * 1000) / 1000)).join(" ");
    const drawn = contentOf(page, { dimensions, fonts, spacing: spacingOf(dimensions), random });
    let content = `q ${turned} cm\n${drawn}\nQ`;
    let more = "";
    if (dimensions.operators === "form XObject") {
      const form = file.addStream(
        drawn,
        ` /Type /XObject /Subtype /Form /BBox [-1000 -1000 3000 3000] /Resources << ${resources} >>`,
      );
      content = `q ${turned} cm /X1 Do Q`;
      more = ` /XObject << /X1 ${form} 0 R >>`;
    }
    const stream = file.addStream(content);
    kids.push(
      file.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${turn.width} ${turn.height}]${turn.rotate ? ` /Rotate ${turn.rotate}` : ""} /Resources << ${resources}${more} >> /Contents ${stream} 0 R >>`,
      ),
    );
  }
  fonts.regular.write(file, regularId);
  fonts.bold.write(file, boldId);
  file.set(
    tree,
    `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(" ")}] /Count ${kids.length} >>`,
  );
  file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const created = spec.created ? ` /CreationDate (D:${spec.created.replaceAll("-", "")}120000Z)` : "";
  const info = file.add(`<< /Producer (statement generator)${created} >>`);
  return file.finish(catalog, info);
}
