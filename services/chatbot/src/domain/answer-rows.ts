import { type About, nothing } from "./about.ts";
import type { Writer } from "./draft.ts";
import { capital } from "./join.ts";
import { filterOf, nounOf, rowsOf, sideOf } from "./scope.ts";
import type { Row, RowFilter } from "./tools.ts";

export async function extremes(
  writer: Writer,
  { tools, plan, filter, scope, noun }: About,
  order: string,
  which: string,
): Promise<void> {
  const byAmount = order.startsWith("amount");
  // Amounts of two currencies cannot be compared: each has its own largest.
  const currencies = byAmount ? (await tools.totals(filter)).map((each) => each.currency) : [undefined];
  const found = await Promise.all(
    currencies.map((currency) => {
      const own = currency === undefined ? filter : { ...filter, currency: [currency] };
      return tools.rows(own, order, plan.limit).then(({ rows }) => ({ own, rows }));
    }),
  );
  const all = found.flatMap(({ own, rows }) => rows.map((row) => ({ own, row })));
  if (all.length === 0) return nothing(writer, filter, scope, noun);
  const [one, several] = rowsOf[plan.measure];
  if (all.length === 1) {
    const { own, row } = all[0]!;
    return writer.say(`Your ${which} ${one}${scope}: ${describeRow(writer, own, row, which)}.`);
  }
  const each = currencies.length > 1 ? " in each currency" : "";
  writer.say(`Your ${which} ${plan.limit === 1 ? one : several}${scope}${each}:`);
  for (const { own, row } of all) writer.line(`- ${describeRow(writer, own, row, which)}`);
}

export async function list(writer: Writer, { tools, plan, filter, scope, noun }: About): Promise<void> {
  const { rows, total } = await tools.rows(filter, "date desc", plan.limit);
  if (rows.length === 0) return nothing(writer, filter, scope, noun);
  const counted = writer.figure("rows", filter, `Number of ${noun}${scope}`, total, "transactions");
  writer.say(total > rows.length ? `The latest of ${counted}${scope}:` : `All ${counted}${scope}:`);
  for (const row of rows) writer.line(`- ${describeRow(writer, filter, row, "listed")}`);
}

export async function topMerchants(writer: Writer, { tools, plan, scope }: About): Promise<void> {
  const measure = plan.measure === "any" ? "expense" : plan.measure;
  const filter = filterOf({ measure, scope: plan.scope });
  const found = await tools.merchants(filter, plan.limit);
  if (found.length === 0) return nothing(writer, filter, scope, nounOf[measure]);
  writer.say(
    `Where most of your ${nounOf[measure]} ${sideOf(measure) === "debit" ? "went" : "came from"}${scope}:`,
  );
  for (const { merchant, currency, total, count, transactionIds } of found) {
    const name = writer.quote(merchant);
    const own = { ...filter, currency: [currency] };
    const amount = writer.figure(
      "merchants",
      own,
      `${capital(nounOf[measure])}, ${merchant}${scope}`,
      total,
      currency,
      transactionIds,
    );
    const counted = writer.figure(
      "merchants",
      own,
      `Number, ${merchant}${scope}`,
      count,
      "transactions",
      transactionIds,
    );
    writer.line(`- ${name}: ${amount} in ${counted}`);
  }
}

function describeRow(writer: Writer, filter: RowFilter, row: Row, which: string): string {
  const ids = [row.transactionId];
  const label = `${capital(which)}: ${row.description}`;
  const amount = writer.figure("rows", filter, label, row.amount, row.currency, ids);
  const date = writer.figure("rows", filter, `Date of: ${row.description}`, row.date, "date", ids);
  return `${amount} ${row.type === "DEBIT" ? "out" : "in"} on ${date}, “${writer.quote(row.description)}”`;
}
