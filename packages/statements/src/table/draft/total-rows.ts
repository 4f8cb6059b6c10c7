import { loneAffix } from "../../layout/affix.ts";
import { plainWords } from "../../layout/marked-line.ts";
import type { Draft } from "./drafts.ts";

/**
 * Whether a dated line says nothing but "total": the sum of one side's rows, on papers that date those too ("30.06.2024
 * Apgrozījums 964.39 D"), or the name of a shop.
 */
export function saysTotal({ dated, label, lines: [line, ...more] }: Draft): boolean {
  if (!dated || label !== null || !line || more.length > 0) return false;
  const [total, ...others] = line.labels;
  if (total?.value !== "total" || others.length > 0) return false;
  return plainWords(line).every(
    (at) => (at >= total.from && at < total.to) || loneAffix(line.words[at]) !== null,
  );
}
