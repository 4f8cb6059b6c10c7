/** node write-openapi.ts <descriptors.binpb> <openapi.json> */
import { readFileSync, writeFileSync } from "node:fs";
import { openApiDocument } from "./openapi/document.ts";

const [descriptors, target] = process.argv.slice(2);
if (descriptors === undefined || target === undefined) {
  console.error("usage: node write-openapi.ts <descriptors.binpb> <openapi.json>");
  process.exitCode = 2;
} else {
  writeFileSync(target, `${JSON.stringify(openApiDocument(readFileSync(descriptors)), null, 2)}\n`);
}
