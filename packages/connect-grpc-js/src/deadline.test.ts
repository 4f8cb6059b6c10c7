import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clampTimeoutMs, formatGrpcTimeout, requestedTimeoutMs, untilDeadlineMs } from "./deadline.ts";

describe("timeouts", () => {
  it("mean none when they are unset, zero, negative or infinite, and fit a timer when they are long", () => {
    for (const none of [undefined, 0, -5, Infinity]) assert.equal(clampTimeoutMs(none), undefined);
    assert.equal(clampTimeoutMs(0.5), 0.5);
    assert.equal(clampTimeoutMs(1e15), 2 ** 31 - 1);
  });

  it("are written with at most eight digits and read back", () => {
    for (const ms of [1, 1500, 99_999_999, 100_000_000, 2 ** 31 - 1]) {
      const text = formatGrpcTimeout(ms);
      assert.match(text, /^\d{1,8}[mS]$/);
      const read = requestedTimeoutMs(new Headers({ "grpc-timeout": text })) ?? 0;
      assert.ok(read >= ms && read < ms + 1000);
    }
    assert.equal(formatGrpcTimeout(0.2), "1m");
  });

  it("are read from any of the protocols, and not from nonsense", () => {
    const read = (headers: Record<string, string>) => requestedTimeoutMs(new Headers(headers));
    assert.equal(read({ "grpc-timeout": "2M" }), 120_000);
    assert.equal(read({ "grpc-timeout": "500u" }), 0.5);
    assert.equal(read({ "connect-timeout-ms": "250" }), 250);
    for (const bad of ["", "5", "m", "123456789m", "-5m", "5x"]) {
      assert.equal(
        read({ "grpc-timeout": bad, "connect-timeout-ms": bad || "x" }),
        bad === "5" ? 5 : undefined,
      );
    }
  });

  it("are counted from a deadline, and never below zero", () => {
    assert.equal(untilDeadlineMs(Infinity), undefined);
    assert.equal(untilDeadlineMs(Date.now() - 1000), 0);
    assert.ok((untilDeadlineMs(new Date(Date.now() + 60_000)) ?? 0) > 50_000);
  });
});
