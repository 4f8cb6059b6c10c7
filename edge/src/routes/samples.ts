import { Code } from "@connectrpc/connect";
import { restError } from "@finflow/rest-transcoder/rest-error";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { type Sample, samples } from "@finflow/sample-statements/samples";
import { send, sendJson } from "../http/respond.ts";
import type { EdgeHandler } from "./edge-handler.ts";
import { attachment } from "./files.ts";

export type SampleRoutes = { listSamples: EdgeHandler; getSample: EdgeHandler };

/** GET /samples and /samples/{file_name}: statements that nobody owns, dated relative to today. */
export function sampleRoutes(now: () => Date): SampleRoutes {
  let day = "";
  let listed: readonly Sample[] = [];
  /** Rendered when first asked for, and kept for the day. */
  let rendered = new Map<string, Promise<Uint8Array>>();

  function today(): readonly Sample[] {
    const current = now().toISOString().slice(0, 10);
    if (current !== day) {
      day = current;
      listed = samples(day);
      rendered = new Map();
    }
    return listed;
  }

  async function pdfOf(sample: Sample): Promise<Uint8Array> {
    const known = rendered.get(sample.fileName);
    if (known) return known;
    const made = renderStatement(sample.spec).then(({ pdf }) => pdf);
    rendered.set(sample.fileName, made);
    return made;
  }

  return {
    listSamples(exchange) {
      const list = today().map(({ fileName, name, description, password }) => ({
        fileName,
        title: name,
        description,
        password: password ?? "",
        url: `/samples/${fileName}`,
      }));
      sendJson(exchange, 200, { samples: list });
    },
    async getSample(exchange, [fileName]) {
      const sample = today().find((candidate) => candidate.fileName === fileName);
      if (!sample) throw restError(Code.NotFound, "there is no such sample", { reason: "NO_SUCH_SAMPLE" });
      const body = await pdfOf(sample);
      const header = new Headers({
        "Content-Type": "application/pdf",
        "Content-Length": String(body.byteLength),
        "Content-Disposition": attachment(sample.fileName),
        "Cache-Control": "no-cache",
      });
      send(exchange, { status: 200, header, body });
    },
  };
}
