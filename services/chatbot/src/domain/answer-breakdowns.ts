import { type About, capital, join, nothing } from "./about.ts";
import type { Writer } from "./draft.ts";
import { filterOf } from "./scope.ts";

export async function byCategory(writer: Writer, { tools, plan, scope }: About): Promise<void> {
  const filter = filterOf({ measure: "expense", scope: plan.scope });
  const found = await tools.categories(filter);
  if (found.length === 0) return nothing(writer, filter, scope, "spending");
  writer.say(`Spending by category${scope}:`);
  for (const { category, currency, total, percentage } of found) {
    const own = { ...filter, currency: [currency] };
    const amount = writer.figure("categories", own, `Spending on ${category}${scope}`, total, currency);
    const share = writer.figure("categories", own, `Share of ${category}${scope}`, percentage, "%");
    writer.line(`- ${category}: ${amount} (${share})`);
  }
}

export async function topCategory(writer: Writer, { tools, plan, scope }: About): Promise<void> {
  const filter = filterOf({ measure: "expense", scope: plan.scope });
  const found = await tools.categories(filter);
  if (found.length === 0) return nothing(writer, filter, scope, "spending");
  const firsts = found.filter((each, index) => found[index - 1]?.currency !== each.currency);
  const said = firsts.map(({ category, currency, total, percentage }) => {
    const own = { ...filter, currency: [currency] };
    const name = writer.figure("categories", own, `Top category${scope}`, category, "name");
    const amount = writer.figure("categories", own, `Spending on ${category}${scope}`, total, currency);
    const share = writer.figure("categories", own, `Share of ${category}${scope}`, percentage, "%");
    return `${name} with ${amount} (${share})`;
  });
  writer.say(`You spent most on ${join(said)}${scope}.`);
}

export async function byMonth(writer: Writer, { tools, plan, filter, scope, noun }: About): Promise<void> {
  const found = await tools.months(filter);
  if (found.length === 0) return nothing(writer, filter, scope, noun);
  const both = plan.measure === "any";
  const side = plan.measure === "income" || plan.measure === "credit" ? "credit" : "debit";
  writer.say(`${capital(both ? "debits and credits" : noun)} by month${scope}:`);
  for (const month of found) {
    const own = { ...filter, currency: [month.currency] };
    const label = (what: string) => `${capital(what)}, ${month.month}${scope}`;
    const name = writer.figure("months", own, label("month"), month.month, "month");
    const one = () => writer.figure("months", own, label(noun), month[side], month.currency);
    const two = () =>
      `${writer.figure("months", own, label("debits"), month.debit, month.currency)} out, ` +
      `${writer.figure("months", own, label("credits"), month.credit, month.currency)} in`;
    writer.line(`- ${name}: ${both ? two() : one()}`);
  }
}

export async function highestMonth(writer: Writer, { tools, plan, scope }: About): Promise<void> {
  const filter = filterOf({ measure: "expense", scope: plan.scope });
  const months = (await tools.totals(filter)).flatMap((each) => {
    const { highestExpenseMonth: highest, currency } = each;
    if (!highest) return [];
    const own = { ...filter, currency: [currency] };
    const name = writer.figure("totals", own, `Highest month${scope}`, highest.month, "month");
    return [
      `${name} with ${writer.figure("totals", own, `Spending, ${highest.month}${scope}`, highest.amount, currency)}`,
    ];
  });
  if (months.length === 0) return nothing(writer, filter, scope, "spending");
  writer.say(`You spent most in ${join(months)}.`);
}
