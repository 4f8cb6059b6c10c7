import assert from "node:assert/strict";
import { test } from "node:test";
import { clientLabel } from "./client-label.ts";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";
const agents: Record<string, string> = {
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox on Linux",
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`]: "Chrome on Windows",
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`]: "Edge on Windows",
  [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${chrome} Mobile Safari/537.36`]: "Chrome on Android",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15":
    "Safari on macOS",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1":
    "Safari on iPhone",
  "curl/8.9.1": "curl",
  "grpc-node-js/1.14.7": "gRPC program",
  "": "Unknown client",
  "<script>alert(1)</script> Linux": "Unknown client on Linux",
};

test("a session's client is named so that a person knows it", () => {
  for (const [agent, label] of Object.entries(agents)) assert.equal(clientLabel(agent), label);
});
