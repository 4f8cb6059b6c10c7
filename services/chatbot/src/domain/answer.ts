import type { About } from "./about.ts";
import { byCategory, byMonth, highestMonth, topCategory } from "./answer-breakdowns.ts";
import { extremes, list, topMerchants } from "./answer-rows.ts";
import { count, summary, total, unproven } from "./answer-totals.ts";
import { createDraft, type Draft, type Writer } from "./draft.ts";
import { type Intent, largestLimit, type Plan } from "./plan.ts";
import { describeScope, filterOf, nounOf } from "./scope.ts";
import type { Tools } from "./tools.ts";

/** Works a plan out with tools and writes the answer. */
export async function answer(asked: Plan, tools: Tools): Promise<Draft> {
  const plan = { ...asked, limit: Math.min(asked.limit, largestLimit) };
  const writer = createDraft();
  const scope = writer.quote(describeScope(plan.scope));
  const about = {
    plan,
    tools,
    filter: filterOf(plan),
    scope: scope === "" ? "" : ` ${scope}`,
    noun: nounOf[plan.measure],
  };
  await answers[plan.intent](writer, about);
  if (asked.limit > largestLimit) writer.say("More than twenty are not named at once.");
  return writer.draft;
}

const answers: Record<Intent, (writer: Writer, about: About) => Promise<void>> = {
  total,
  summary,
  by_category: byCategory,
  top_category: topCategory,
  by_month: byMonth,
  highest_month: highestMonth,
  count,
  largest: (writer, about) => extremes(writer, about, "amount desc", "largest"),
  smallest: (writer, about) => extremes(writer, about, "amount", "smallest"),
  latest: (writer, about) => extremes(writer, about, "date desc", "latest"),
  earliest: (writer, about) => extremes(writer, about, "date", "earliest"),
  list,
  top_merchants: topMerchants,
  unproven,
};
