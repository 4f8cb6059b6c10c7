import assert from "node:assert/strict";
import { test } from "node:test";
import { allBanks, readBank } from "./read-bank.ts";

for (const bank of allBanks()) {
  test(bank.title, async (context) => {
    const { read, truth, known, silentlyWrong } = await readBank(bank);
    if (known === "") {
      assert.deepEqual(read, truth);
      return;
    }
    context.diagnostic(`NOT READ AS IT IS: ${known}`);
    assert.ok(!silentlyWrong, "what is read wrong must not be called proven");
    assert.notDeepEqual(read, truth, "it is read as it is: take its line `% known` out");
  });
}
