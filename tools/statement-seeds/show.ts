import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mutate } from "@finflow/statement-generator/mutate";
import { render } from "@finflow/statement-generator/render";
import { specOf } from "@finflow/statement-generator/spec-of";
import { compare, refused } from "@finflow/statement-generator/truth/compare";
import { truthOf } from "@finflow/statement-generator/truth/truth";
import { readStatement } from "@finflow/statements/read-statement";

/** Writes the PDF of a seed and prints its truth beside what was read. */
export async function show(seed: number, mutated: boolean): Promise<void> {
  const spec = mutated ? mutate(specOf(seed)) : specOf(seed);
  const truth = truthOf(spec);
  const path = join(tmpdir(), `statement-${seed}.pdf`);
  const bytes = await render(spec);
  writeFileSync(path, bytes);
  const reading = await readStatement(bytes, { today: spec.today }).catch((error: { reason?: string }) => {
    if (!error.reason) throw error;
    return error.reason;
  });
  const outcome = typeof reading === "string" ? refused(truth, reading) : compare(truth, reading);
  console.log(path);
  console.log(`${outcome.result}: ${outcome.why}`);
  console.log(
    Object.entries(spec.dimensions)
      .map(([name, value]) => `${name}=${value}`)
      .join("; "),
  );
  console.log(
    `expected ${truth.verdict ?? "any verdict"}; read ${typeof reading === "string" ? reading : reading.status}`,
  );
  for (const [index, account] of truth.accounts.entries()) {
    const read = typeof reading === "string" ? undefined : reading.accounts[index];
    console.log(
      `account ${index}: ${account.currency} ${account.opening} to ${account.closing}; read ${read?.currency} ${read?.opening_balance} to ${read?.closing_balance}`,
    );
    for (const check of read?.checks ?? [])
      if (check.printed !== check.computed)
        console.log(
          `  ${check.kind}: printed ${check.printed}, computed ${check.computed}, page ${check.page}`,
        );
    const lines = Math.max(account.rows.length, read?.transactions.length ?? 0);
    for (let at = 0; at < lines; at++) {
      const left = line(account.rows[at]);
      const right = line(read?.transactions[at]);
      console.log(
        `${left === right ? " " : "!"} ${left.padEnd(48)} ${right.padEnd(48)} ${read?.transactions[at]?.description ?? ""}`,
      );
    }
  }
}

function line(
  row: { date: string; type: string; amount: string; balance: string | null } | undefined,
): string {
  return row ? `${row.date} ${row.type === "DEBIT" ? "-" : "+"}${row.amount} ${row.balance ?? ""}` : "";
}
