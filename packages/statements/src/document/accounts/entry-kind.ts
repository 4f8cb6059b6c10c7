import type { Entry } from "../../table/draft/drafts.ts";

/** What a balance or a sum says that it is; null for all else. */
export function kindOf(entry: Entry): string | null {
  if (entry.type === "label") return entry.label.kind;
  return entry.type === "draft" ? entry.draft.label : null;
}
