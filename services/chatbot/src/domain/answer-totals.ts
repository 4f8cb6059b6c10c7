import { type About, nothing } from "./about.ts";
import type { Writer } from "./draft.ts";
import { capital, join } from "./join.ts";
import type { Plan } from "./plan.ts";
import { sideOf } from "./scope.ts";
import type { RowFilter } from "./tools.ts";

const subjects = {
  expense: "You spent",
  income: "Your income was",
  debit: "Debits come to",
  credit: "Credits come to",
  transfer: "You transferred",
  any: "",
} as const;

export async function total(writer: Writer, { plan, tools, filter, scope, noun }: About): Promise<void> {
  if (plan.measure === "any") return summary(writer, { plan, tools, filter, scope, noun });
  const totals = await tools.totals(filter);
  if (totals.length === 0) return nothing(writer, filter, scope, noun);
  const side = sideOf(plan.measure);
  const label = `${capital(noun)}${scope}`;
  const amounts = totals.map((each) => {
    const amount = writer.figure("totals", filter, label, each[side], each.currency);
    const counted = writer.figure(
      "totals",
      { ...filter, currency: [each.currency] },
      `Number: ${label}`,
      each.count,
      "transactions",
    );
    return `${amount} in ${counted}`;
  });
  writer.say(`${subjects[plan.measure]} ${join(amounts)}${place(plan, scope)}.`);
  sayUnproven(writer, filter, totals);
}

/** "You spent … on food": where the sentence leads into the restriction; else it is set apart. */
function place(plan: Plan, scope: string): string {
  return scope === ""
    ? plan.measure === "expense"
      ? " in all that is stored"
      : ", in all that is stored"
    : scope;
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
    writer.line(`  most of the spending went on ${top.category}, ${share}`);
  }
  sayUnproven(writer, filter, totals);
}

export async function count(writer: Writer, { tools, filter, scope, noun }: About): Promise<void> {
  const { total } = await tools.rows(filter, "date desc", 1);
  const label = `Number of ${noun === "transactions" ? noun : `transactions, ${noun}`}${scope}`;
  const counted = writer.figure("rows", filter, label, total, "transactions");
  const of = noun === "transactions" ? "" : ` of ${noun}`;
  writer.say(`${total === 1 ? "There is" : "There are"} ${counted}${of}${scope}.`);
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
    `Not all: ${counted} of ${whole}${scope} are from statements that do not add up or cannot be proven.`,
  );
}

function sayUnproven(writer: Writer, filter: RowFilter, totals: readonly { unprovenCount: number }[]): void {
  const number = totals.reduce((sum, each) => sum + each.unprovenCount, 0);
  if (number === 0) return;
  const of = { ...filter, verdict: ["DISCREPANT", "UNVERIFIABLE"] satisfies RowFilter["verdict"] };
  const counted = writer.figure("totals", of, "Unproven", number, "transactions");
  writer.say(`Of these, ${counted} ${number === 1 ? "is" : "are"} from statements that are not proven.`);
}
