import { describe } from "node:test";
import { answersHoldUp } from "./answers.ts";
import { openForBrowserTests } from "./browser-test.ts";
import { byKeyboardAlone } from "./by-keyboard-alone.ts";
import { figuresAndRows } from "./figures-and-rows.ts";
import { fitsAndIsAccessible } from "./fits-and-is-accessible.ts";
import { cutOff, sessionsLast } from "./sessions.ts";
import { statementsGoIn } from "./statements.ts";
import { newVisitor, signUp } from "./visitor.ts";

// Each waits for the server most of the time.
describe("the page in a browser", { concurrency: true }, () => {
  const browserTest = openForBrowserTests();

  browserTest(
    "holds from the first statement to the erased account: figures, rows, corrections, answers",
    async ({ browser, url }) => {
      const visitor = await newVisitor(browser, url);
      const credentials = await signUp(visitor.page);
      await statementsGoIn(visitor);
      await figuresAndRows(visitor);
      await answersHoldUp(visitor);
      await fitsAndIsAccessible(visitor);
      await sessionsLast(visitor, credentials);
      await visitor.leave();
    },
  );

  browserTest("is used by keyboard alone, which never loses its place", async ({ browser, url }) => {
    const visitor = await newVisitor(browser, url);
    await byKeyboardAlone(visitor);
    await visitor.leave();
  });

  browserTest("outlives an old token, and a server that is away for a while", async ({ browser, url }) => {
    const visitor = await newVisitor(browser, url);
    await signUp(visitor.page);
    await cutOff(visitor);
    await visitor.leave();
  });
});
