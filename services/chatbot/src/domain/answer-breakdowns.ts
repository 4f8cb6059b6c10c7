import { type About, nothing } from "./about.ts";
import type { Writer } from "./draft.ts";
import { capital, join } from "./join.ts";
import { filterOf, sideOf } from "./scope.ts";

export async function byCategory(writer: Writer, { tools, plan, scope }: About): Promise<void> {
  const filter = filterOf({ measure: "expense", scope: plan.scope });
  const found = await tools.categories(filter);
  if (found.length === 0) return nothing(writer, filter, scope, "spending");
  const perCurrency = [...Map.groupBy(found, (each) => each.currency).values()];
  const shown = perCurrency.flatMap((each) => each.slice(0, plan.limit));
  const few =
    shown.length < found.length ? "The largest categories of your spending" : "Spending by category";
  writer.say(`${few}${scope}:`);
  for (const { category, currency, total, percentage } of shown) {
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
    return `${name} (${amount}, ${share})`;
  });
  writer.say(`You spent most on ${join(said)}${scope}.`);
}

export async function byMonth(writer: Writer, { tools, plan, filter, scope, noun }: About): Promise<void> {
  const found = await tools.months(filter);
  if (found.length === 0) return nothing(writer, filter, scope, noun);
  const both = plan.measure === "any";
  const side = sideOf(plan.measure);
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

export async function highestMonth(writer: Writer, about: About): Promise<void> {
  const { measure } = about.plan;
  const found = measure === "expense" || measure === "any" ? await mostSpent(about) : await mostMoved(about);
  const { scope, noun } = about;
  const filter = filterOf({ measure: measure === "any" ? "expense" : measure, scope: about.plan.scope });
  const what = measure === "any" ? "spending" : noun;
  if (found.length === 0) return nothing(writer, filter, scope, what);
  const said = found.map(({ tool, month, amount, currency }) => {
    const own = { ...filter, currency: [currency] };
    const name = writer.figure(tool, own, `Month with the most ${what}${scope}`, month, "month");
    return `${name} with ${writer.figure(tool, own, `${capital(what)}, ${month}${scope}`, amount, currency)}`;
  });
  writer.say(`The month with the most ${what}${scope}: ${join(said)}.`);
}

type Highest = { tool: "totals" | "months"; month: string; amount: string; currency: string };

async function mostSpent({ tools, plan }: About): Promise<Highest[]> {
  const totals = await tools.totals(filterOf({ measure: "expense", scope: plan.scope }));
  return totals.flatMap(({ highestExpenseMonth: highest, currency }) =>
    highest ? [{ tool: "totals", ...highest, currency }] : [],
  );
}

/** The earliest of the months with the largest amount, in each currency. */
async function mostMoved({ tools, plan, filter }: About): Promise<Highest[]> {
  const side = sideOf(plan.measure);
  const months = (await tools.months(filter)).map((each) => ({ ...each, amount: each[side] }));
  const perCurrency = [...Map.groupBy(months, (each) => each.currency).values()];
  return perCurrency.map((own): Highest => {
    const { month, amount, currency } = own.reduce((best, each) =>
      compareDecimals(each.amount, best.amount) > 0 ? each : best,
    );
    return { tool: "months", month, amount, currency };
  });
}

/** Of two amounts of one currency, which have the same number of decimals. */
function compareDecimals(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
