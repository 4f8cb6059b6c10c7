import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 40 },
  { x: 80 },
  { x: 150 },
  { x: 380, right: true },
  { x: 460, right: true },
  { x: 540, right: true },
];
const days = ["04", "04", "11", "25"];
const body = (printed: readonly string[]) =>
  table(columns, [
    ["DIA", "REF", "CONCEPTO", "CARGOS", "ABONOS", "SALDO"],
    ["", "", "SALDO ANTERIOR", "", "", "1,000.00"],
    [printed[0]!, "441122", "Grocer", "80.00", "", "920.00"],
    [printed[1]!, "441133", "Wage", "", "200.00", "1,120.00"],
    [printed[2]!, "441144", "Cinema", "20.00", "", "1,100.00"],
    [printed[3]!, "441155", "Tram", "2.50", "", "1,097.50"],
  ]);
const rows = ["-80.00 Grocer", "+200.00 Wage", "-20.00 Cinema", "-2.50 Tram"];
const read = (printed: readonly string[]) => printed.map((day, at) => `06-${day} ${rows[at]}`);

test("days alone, of the month that the heading names", async () => {
  const statement = await readPages([[...lines(["CUENTA 0441-12", "Mes: JUNIO 2024"]), ...body(days)]]);
  assert.deepEqual(outline(statement).map(withoutReference), ["reconciled", ...read(days)]);
});

test("days alone that are printed once for all rows of the day", async () => {
  const statement = await readPages([
    [...lines(["CUENTA 0441-12", "Del 01/06/2024 al 30/06/2024"]), ...body(["04", "", "11", "25"])],
  ]);
  assert.deepEqual(outline(statement).map(withoutReference), ["reconciled", ...read(days)]);
});

test("days alone of a statement over two months are no dates", async () => {
  const read = readPages([[...lines(["CUENTA 0441-12", "Del 15/05/2024 al 14/06/2024"]), ...body(days)]]);
  await assert.rejects(read, { reason: "no_statement_found" });
});

test("numbers that go up and down are no days", async () => {
  const read = readPages([
    [...lines(["CUENTA 0441-12", "Mes: JUNIO 2024"]), ...body(["04", "21", "11", "25"])],
  ]);
  await assert.rejects(read, { reason: "no_statement_found" });
});

function withoutReference(line: string): string {
  return line.replace(/ 4411\d\d\b/, "");
}
