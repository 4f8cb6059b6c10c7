import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { letter, small } from "../../solo/test/end-to-end/statements.ts";
import { openTarget, type Target } from "../../solo/test/end-to-end/target.ts";
import { clientsInOtherLanguages, type Outcome, obstacle, outcomeOf } from "./programs.ts";
import { openTlsDoor } from "./tls-door.ts";

/** Of `small()`, added up by hand: 500.00 went to savings, so it is no expense. */
const figures = "GBP: 7 rows, debit 655.19, credit 2500.00, expense 155.19, income 2500.00";
const password = "four plain words here";

const clients = await Promise.all(
  clientsInOtherLanguages.map(async (client) => [client, await obstacle(client)] as const),
);
for (const [, without] of clients) if (without && process.env.CI) throw new Error(without);

/**
 * Programs in other languages, which know the contracts alone, against Finflow at FINFLOW_URL and FINFLOW_GRPC, or
 * against one started here.
 */
export function otherLanguages(): void {
  describe("clients in other languages", () => {
    let target: Target;
    let folder = "";
    const file = (name: string) => join(folder, name);
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "finflow-clients-"));
      await writeFile(file("statement.pdf"), (await small()).pdf);
      await writeFile(file("protected.pdf"), (await small({}, { password: "sample2468" })).pdf);
      await writeFile(file("letter.pdf"), letter());
      target = await openTarget();
    });
    after(async () => {
      await target?.close();
      await rm(folder, { recursive: true, force: true });
    });

    for (const [client, without] of clients) {
      describe(client.name, () => {
        const options = { skip: without ?? false };
        let command: string[] = [];
        before(async () => {
          if (!without) command = await client.build();
        });

        type Asked = { pdf?: string; email: string; flags?: string[]; env?: NodeJS.ProcessEnv };
        const run = ({ pdf = "statement.pdf", email, flags = [], env = {} }: Asked): Promise<Outcome> =>
          outcomeOf([...command, "--email", email, "--url", target.url, ...flags, file(pdf)], {
            ...{ PATH: process.env.PATH, HOME: process.env.HOME },
            ...{ FINFLOW_GRPC: target.grpc, FINFLOW_PASSWORD: password, ...env },
          });
        const someone = () => `${client.name}-${randomUUID()}@example.com`;

        test(
          "registers, uploads, waits and prints the figures; again, it signs in and doubles nothing",
          options,
          async () => {
            const email = someone();
            const first = await run({ email });
            assert.equal(first.complained, "");
            assert.equal(first.code, 0);
            const [document, ...totals] = first.printed.trimEnd().split("\n");
            assert.match(document!, /^document [0-9a-f-]{36}: RECONCILED, 7 rows, 7 of them new$/);
            assert.deepEqual(totals, [figures]);
            assert.deepEqual(await run({ email }), first);
          },
        );

        test("a protected file: without its password, then with it", options, async () => {
          const asked = { pdf: "protected.pdf", email: someone() };
          const refused = await run(asked);
          assert.equal(refused.code, 1);
          assert.match(refused.complained, /^PASSWORD_NEEDED: \S/);
          const read = await run({ ...asked, env: { FINFLOW_FILE_PASSWORD: "sample2468" } });
          assert.equal(read.code, 0, read.complained);
          assert.equal(read.printed.trimEnd().split("\n").at(-1), figures);
        });

        test("what is refused is said in one line, and the exit code is 1", options, async () => {
          const email = someone();
          const lines: [Asked, RegExp][] = [
            [{ email, pdf: "letter.pdf" }, /^NO_STATEMENT_FOUND: \S.*\n$/],
            [{ email, env: { FINFLOW_PASSWORD: "four other words here" } }, /^UNAUTHENTICATED: \S.*\n$/],
            [{ email: "nobody" }, /^INVALID_ARGUMENT: .*email.*\n$/],
            [{ email, env: { FINFLOW_PASSWORD: "" } }, /^FINFLOW_PASSWORD is not set.*\n$/],
            [{ email, pdf: "absent.pdf" }, /no such file.*\n$/i],
            [{ email, env: { FINFLOW_GRPC: "127.0.0.1:1" } }, /^UNAVAILABLE: .*127\.0\.0\.1:1.*\n$/],
          ];
          for (const [asked, line] of lines) {
            const { code, printed, complained } = await run(asked);
            assert.match(complained, line);
            assert.deepEqual([code, printed], [1, ""], complained);
          }
        });

        test("over TLS, to whom the authority vouches for and to nobody else", options, async () => {
          const door = await openTlsDoor(target.grpc, folder);
          try {
            const env = { FINFLOW_GRPC: door.address };
            const trusting = await run({ email: someone(), flags: ["--ca", door.authority], env });
            assert.equal(trusting.code, 0, trusting.complained);
            assert.equal(trusting.printed.trimEnd().split("\n").at(-1), figures);
            for (const flags of [["--tls"], []]) {
              const refused = await run({ email: someone(), flags, env });
              assert.match(refused.complained, /^UNAVAILABLE: /);
              assert.equal(refused.code, 1);
            }
          } finally {
            door.close();
          }
        });
      });
    }
  });
}
