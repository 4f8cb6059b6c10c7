import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { ConfigError, readConfig } from "./config.ts";

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
  DATABASE_URL: z.url({ protocol: /^postgres$/ }),
  LOG_LEVEL: z.enum(["info", "debug"]).default("info"),
  SEAL_KEY: z.string().min(32),
  TOKEN_KEY: z.string().refine((text) => text.startsWith("k1:"), "does not begin with a key id"),
});

describe("readConfig", () => {
  it("reads types and defaults, and takes an empty variable for an unset one", () => {
    const config = readConfig(schema, {
      PORT: "",
      DATABASE_URL: "postgres://u:p@localhost/finflow",
      SEAL_KEY: "s".repeat(32),
      TOKEN_KEY: "k1:abc",
      HOME: "/root",
    });
    assert.equal(config.PORT, 3001);
    assert.equal(config.LOG_LEVEL, "info");
    assert.equal("HOME" in config, false);
  });

  it("names every bad variable together, and no value", () => {
    const env = {
      PORT: "70000",
      DATABASE_URL: "mysql://root:hunter2@db/x",
      LOG_LEVEL: "hunter3",
      SEAL_KEY: "hunter4",
      TOKEN_KEY: "hunter5",
    };
    assert.throws(
      () => readConfig(schema, env),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(error.variables, Object.keys(env));
        assert.doesNotMatch(error.message, /hunter|70000/);
        assert.match(error.message, /PORT: is more than 65535/);
        assert.match(error.message, /LOG_LEVEL: is none of info, debug/);
        assert.match(error.message, /SEAL_KEY: has fewer than 32 characters/);
        assert.match(error.message, /TOKEN_KEY: does not begin with a key id/);
        return true;
      },
    );
    assert.throws(() => readConfig(schema, { ...env, DATABASE_URL: undefined }), /DATABASE_URL: is missing/);
  });
});
