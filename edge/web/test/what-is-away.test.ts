import assert from "node:assert/strict";
import { test } from "node:test";
import { whatIsAway } from "../src/what-is-away.ts";

const all = { auth: "SERVING", upload: "SERVING", analytics: "SERVING", chatbot: "SERVING" };

test("nothing is said while everything answers", () => {
  assert.deepEqual(whatIsAway({ services: all, degraded: [] }), []);
});

test("what is away is said once, by what it means", () => {
  const degraded = ["upload/events", "analytics/events", "chatbot/events", "auth/events"];
  assert.deepEqual(whatIsAway({ services: all, degraded }), ["Figures may be behind what was uploaded."]);
  assert.deepEqual(
    whatIsAway({ services: { ...all, upload: "NOT_SERVING" }, degraded: ["upload/objects"] }),
    ["Statements cannot be taken in or changed at the moment."],
  );
  assert.deepEqual(
    whatIsAway({
      services: { ...all, analytics: "NOT_SERVING", chatbot: "NOT_SERVING" },
      degraded: ["upload/jobs"],
    }),
    [
      "New files are read later than usual.",
      "Figures and transactions are not available at the moment.",
      "Questions cannot be answered at the moment.",
    ],
  );
});
