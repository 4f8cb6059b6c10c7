import { type About, nothing } from "./about.ts";
import type { Writer } from "./draft.ts";
import { capital, join } from "./join.ts";
import { rowsOf, sideOf } from "./scope.ts";
import type { RowFilter } from "./tools.ts";

const subjects = {
  expense: "you spent",
  income: "your income was",
  debit: "debits come to",
  credit: "credits come to",
  transfer: "you transferred",
  any: "",
} as const;

export async function total(writer: Writer, { plan, tools, filter, scope, noun }: About): Promise<void> {
  if (plan.measure === "any") return summary(writer, { plan, tools, filter, scope, noun });
  const totals = await tools.totals(filter);
  if (totals.length === 0) return nothing(writer, filter, scope, noun);
  const side = sideOf(plan.measure);
  const label = `${capital(noun)}${scope}`;
  const amounts = totals.map((each) => {
    const own = { ...filter, currency: [each.currency] };
    const amount = writer.figure("totals", own, label, each[side], each.currency);
    const counted = writer.figure("totals", own, `Number: ${label}`, each.count, "transactions");
    return `${amount} in ${counted}`;
  });
  const sentence = `${subjects[plan.measure]} ${join(amounts)}${scope}.`;
  writer.say(scope === "" ? `In all that is stored, ${sentence}` : capital(sentence));
  sayUnproven(writer, filter, totals);
}

export async function summary(writer: Writer, { tools, filter, scope }: About): Promise<void> {
  const totals = await tools.totals(filter);
  if (totals.length === 0) return nothing(writer, filter, scope, "transactions");
  writer.say(`In short${scope}:`);
  for (const each of totals) {
    const own = { ...filter, currency: [each.currency] };
    const debit = writer.figure("totals", own, `Debits${scope}`, each.debit, each.currency);
    const credit = writer.figure("totals", own, `Credits${scope}`, each.credit, each.currency);
    const counted = writer.figure(
      "totals",
      own,
      `Number of transactions${scope}`,
      each.count,
      "transactions",
    );
    writer.line(`- ${counted}: ${debit} out, ${credit} in`);
    const { topCategory: top } = each;
    if (!top) continue;
    const share = writer.figure("totals", own, `Share of ${top.category}${scope}`, top.percentage, "%");
    writer.line(`  the largest category was ${top.category}, ${share} of the spending`);
  }
  sayUnproven(writer, filter, totals);
}

export async function count(writer: Writer, { plan, tools, filter, scope }: About): Promise<void> {
  const { total } = await tools.rows(filter, "date desc", 1);
  const [, several] = rowsOf[plan.measure];
  const counted = writer.figure("rows", filter, `Number of ${several}${scope}`, total, "transactions");
  const among = plan.measure === "any" ? "" : ` among your ${several}`;
  writer.say(`${total === 1 ? "There is" : "There are"} ${counted}${among}${scope}.`);
}

export async function unproven(writer: Writer, { tools, filter, scope }: About): Promise<void> {
  const totals = await tools.totals(filter);
  if (totals.length === 0) return nothing(writer, filter, scope, "transactions");
  const of = { ...filter, verdict: ["DISCREPANT", "UNVERIFIABLE"] satisfies RowFilter["verdict"] };
  const number = totals.reduce((sum, each) => sum + each.unprovenCount, 0);
  const all = totals.reduce((sum, each) => sum + each.count, 0);
  const whole = writer.figure("totals", filter, `Number of transactions${scope}`, all, "transactions");
  if (number === 0) return writer.say(`Yes: all ${whole}${scope} are from statements that add up.`);
  const counted = writer.figure("totals", of, `Unproven${scope}`, number, "transactions");
  writer.say(
    `Not all: of ${whole}${scope}, ${counted} ${number === 1 ? "is" : "are"} from statements that do not add up or cannot be proven.`,
  );
}

function sayUnproven(writer: Writer, filter: RowFilter, totals: readonly { unprovenCount: number }[]): void {
  const number = totals.reduce((sum, each) => sum + each.unprovenCount, 0);
  if (number === 0) return;
  const of = { ...filter, verdict: ["DISCREPANT", "UNVERIFIABLE"] satisfies RowFilter["verdict"] };
  const counted = writer.figure("totals", of, "Unproven", number, "transactions");
  writer.say(`Of these, ${counted} ${number === 1 ? "is" : "are"} from statements that are not proven.`);
}
