import assert from "node:assert/strict";
import { test } from "node:test";
import { clientAddress, countedAddress } from "./client-address.ts";

test("without trusted proxies the header is nothing", () => {
  assert.equal(clientAddress("203.0.113.5", "1.1.1.1", 0), "203.0.113.5");
  assert.equal(clientAddress("::ffff:203.0.113.5", null, 0), "203.0.113.5");
  assert.equal(clientAddress("203.0.113.5:4000", null, 0), "203.0.113.5");
  assert.equal(clientAddress("[2001:db8::1]:4000", null, 0), "2001:db8::1");
  assert.equal(clientAddress("unix:/x", null, 0), "");
});

test("with trusted proxies it is read from the right", () => {
  const forged = "1.1.1.1, 198.51.100.7, 10.0.0.2";
  assert.equal(clientAddress("10.0.0.1", forged, 1), "10.0.0.2");
  assert.equal(clientAddress("10.0.0.1", forged, 2), "198.51.100.7");
  assert.equal(clientAddress("10.0.0.1", "[2001:db8::1]:99", 1), "2001:db8::1");
});

test("a header that is short or no address falls back to the peer", () => {
  assert.equal(clientAddress("10.0.0.1", null, 2), "10.0.0.1");
  assert.equal(clientAddress("10.0.0.1", "198.51.100.7", 2), "10.0.0.1");
  assert.equal(clientAddress("10.0.0.1", "<script>, x", 1), "10.0.0.1");
});

test("IPv6 counts by /64, IPv4 whole", () => {
  assert.equal(countedAddress("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  assert.equal(countedAddress("2001:DB8:1:2::9"), "2001:db8:1:2::/64");
  assert.equal(countedAddress("::1"), "0:0:0:0::/64");
  assert.equal(countedAddress("2001:db8::"), "2001:db8:0:0::/64");
  assert.equal(countedAddress("203.0.113.5"), "203.0.113.5");
  assert.equal(countedAddress(""), "unknown");
});
