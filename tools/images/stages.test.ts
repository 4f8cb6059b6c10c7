import assert from "node:assert/strict";
import { test } from "node:test";
import { dockerfileFor } from "./stages.ts";

const head = "# about\nARG BASE=x\n";
const [one, two, three, four] = [
  "FROM x AS one\nRUN a\n\n",
  "FROM x AS two\nCOPY --from=one /a /b\n\n",
  "FROM one AS three\nRUN c\n\n",
  "FROM two AS four\nCMD d\n",
] as const;
const dockerfile = head + one + two + three + four;

test("a target keeps what it is from and what it copies from, and nothing else", () => {
  assert.equal(dockerfileFor(dockerfile, "four"), head + one + two + four);
  assert.equal(dockerfileFor(dockerfile, "three"), head + one + three);
  assert.equal(dockerfileFor(dockerfile, "one"), head + one);
  assert.throws(() => dockerfileFor(dockerfile, "five"), /no stage five/);
  assert.throws(() => dockerfileFor("#\nFROM x\n", "five"), /without a name/);
});

test("a stage that is made already is taken from its image, without what it was made from", () => {
  assert.equal(
    dockerfileFor(dockerfile, "four", { two: "local/two" }),
    `${head}FROM local/two AS two\n\n${four}`,
  );
});
