import assert from "node:assert/strict";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { card, takeSamples, textOf, type Visitor } from "./visitor.ts";

/** All five samples, the locked one with its password asked in place; then duplicates, and a file that is none. */
export async function statementsGoIn({ page }: Visitor) {
  await takeSamples(
    page,
    "Three months",
    "A credit card",
    "A statement that does not",
    "the first",
    "the second",
  );
  const locked = card(page, "kiefern-credit-card.pdf");
  await locked.getByLabel("Password").fill("wrong");
  await locked.getByRole("button", { name: "Open" }).click();
  await locked.getByText("does not open this file").waitFor();
  await locked.getByLabel("Password").fill("sample2468");
  await locked.getByRole("button", { name: "Open" }).click();
  await locked.getByText("is printed as due: it adds up").waitFor();

  const plain = card(page, "northgate-current-account.pdf");
  await plain.getByText("Reconciled").waitFor();
  assert.match(await textOf(plain), /GBP [\d,.]+ \+ [\d,.]+ − [\d,.]+ = [\d,.]+: it adds up\./);

  const wrong = card(page, "lakeside-trust-checking.pdf");
  await wrong.getByText("Discrepant").waitFor();
  const said = await textOf(wrong);
  assert.match(said, /= [\d,.]+, but [\d,.]+ is printed: it does not add up\./);
  assert.match(said, /on page \d+ is printed as [\d,.]+; the rows give [\d,.]+\. Off by [\d,.]+\./);

  await card(page, "harbour-savings-1.pdf").getByText("Reconciled").waitFor();
  await card(page, "harbour-savings-2.pdf").getByText("Reconciled").waitFor();
  // Whichever was read later adds only what the other did not print.
  await page.getByText("of them new: the others were already here").waitFor();

  await takeSamples(page, "Three months");
  await page.getByText("northgate-current-account.pdf is already here: it adds nothing.").waitFor();

  await page.setInputFiles("input[type=file]", {
    name: "letter.pdf",
    mimeType: "application/pdf",
    buffer: letter,
  });
  const letterCard = page.getByText(/letter\.pdf/).first();
  await letterCard.waitFor();
  await page
    .getByText(/not a PDF/)
    .first()
    .waitFor();
}

const letter = Buffer.from("Dear customer, this is no statement.");

/** A statement of the project's own, dropped as a file is. */
export async function dropStatement({ page }: Visitor) {
  const sample = samples("2025-06-15").find(({ id }) => id === "plain");
  assert.ok(sample);
  const { pdf } = await renderStatement(sample.spec);
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "dropped.pdf", { type: "application/pdf" }));
      return data;
    },
    [...pdf],
  );
  await page.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
  await card(page, "dropped.pdf").getByText("Reconciled").waitFor();
}
