import { dropStatement } from "./statements.ts";
import { card, type Visitor } from "./visitor.ts";

type Credentials = { email: string; password: string };

/** Reloading, signing out and in, a new password, and leaving for good. */
export async function sessionsLast({ page, expectStatus }: Visitor, { email, password }: Credentials) {
  await page.reload();
  await card(page, "northgate-current-account.pdf").getByText("Reconciled").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();

  const signIn = async (given: string) => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(given);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await expectStatus(401, async () => {
    await signIn("another pass phrase");
    await page.getByRole("alert").waitFor();
  });
  await signIn(password);
  await page.getByRole("heading", { name: "Statements" }).waitFor();

  const dialog = page.getByRole("dialog", { name: "Account" });
  await page.getByRole("button", { name: "Account", exact: true }).click();
  await dialog.getByLabel("Current password").fill(password);
  await dialog.getByLabel("New password").fill(`${password}, changed`);
  await dialog.getByRole("button", { name: "Change password" }).click();
  await dialog.getByText("The password is changed.").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(`${password}, changed`);
  await page.getByRole("heading", { name: "Statements" }).waitFor();

  await page.getByRole("button", { name: "Account", exact: true }).click();
  await dialog.getByLabel(/Erase my/).check();
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await page.getByText("All that was stored of it is erased.").waitFor();
  await expectStatus(401, async () => {
    await signIn(`${password}, changed`);
    await page.getByRole("alert").waitFor();
  });
}

/** A token that has expired is renewed unseen; what could not be asked is asked again when the network is back. */
export async function cutOff(visitor: Visitor) {
  const { page, complaints } = visitor;
  await page.clock.setSystemTime(Date.now() + 20 * 60_000);
  await dropStatement(visitor);

  await page.context().setOffline(true);
  await page.getByLabel("Words").fill("rent");
  await page.getByText("Finflow cannot be reached").first().waitFor();
  await page.context().setOffline(false);
  await page.getByText("Finflow cannot be reached").first().waitFor({ state: "detached" });
  await page.locator("table.rows tbody tr", { hasText: "RENT" }).first().waitFor();
  await page.reload();
  await card(page, "dropped.pdf").getByText("Reconciled").waitFor();
  // The browser itself says that it was off line.
  complaints.splice(
    0,
    complaints.length,
    ...complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED")),
  );
}
