import assert from "node:assert/strict";
import { test } from "node:test";
import { countedAddress } from "./client-address.ts";

test("attempts are counted by IPv4 address or IPv6 network", () => {
  const cases: Record<string, string> = {
    "203.0.113.7": "203.0.113.7",
    "::ffff:203.0.113.7": "203.0.113.7",
    "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64",
    "2001:DB8:1:2::9": "2001:db8:1:2::/64",
    "2001:db8::1": "2001:db8:0:0::/64",
    "::1": "0:0:0:0::/64",
    "fe80::1%eth0": "fe80:0:0:0::/64",
    "": "",
    "203.0.113.7, 198.51.100.1": "",
    "not an address": "",
  };
  for (const [written, counted] of Object.entries(cases))
    assert.equal(countedAddress(written), counted, written);
});
