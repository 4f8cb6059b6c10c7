import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createFileRegistry, type DescMethod, fromBinary, fromJson } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createValidator } from "@bufbuild/protovalidate";
import { serviceTokenHeader } from "@finflow/identity/service-token";
import { publicRpcs } from "@finflow/rest-transcoder/finflow-surface";
import { configName, ghzConfigs } from "./ghz-configs.ts";

const protoset = "gen/descriptors.binpb";
const root = join(import.meta.dirname, "../..");
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(join(root, protoset))));
const methods = [...registry].flatMap((desc): DescMethod[] =>
  desc.kind === "service" && desc.typeName.startsWith("finflow.") ? desc.methods : [],
);
const callOf = (method: DescMethod) => `${method.parent.typeName}/${method.name}`;
const configs = ghzConfigs();

/** What ghz's templates stand for. */
function filledIn(text: string): string {
  return text
    .replace("{{newUUID | sha256sum}}", "0".repeat(64))
    .replace(/\{\{newUUID\}\}|\{\{env `FINFLOW_\w+_ID`\}\}/g, "01890a5d-ac96-774b-bcce-b302099a8057")
    .replace(/\{\{env `FINFLOW_\w+`\}\}/g, "someone@example.com");
}

test("every RPC has a configuration, and no other has", () => {
  assert.ok(methods.length > 30);
  assert.deepEqual(
    [...configs.keys()].toSorted(),
    methods.map((each) => configName(callOf(each))).toSorted(),
  );
});

test("each calls its RPC with fields that the contract has and values that it allows", () => {
  const validator = createValidator({ registry });
  for (const method of methods) {
    const config = configs.get(configName(callOf(method)));
    assert.equal(config?.call, callOf(method));
    assert.equal(config?.protoset, protoset);
    const message = fromJson(method.input, JSON.parse(filledIn(JSON.stringify(config?.data))), { registry });
    const found = validator.validate(method.input, message);
    assert.equal(found.kind, "valid", `${callOf(method)}: ${found.error?.message}`);
  }
});

test("each says who calls, where that is asked for", () => {
  for (const { call, metadata } of configs.values()) {
    const wanted = call.includes(".internal.")
      ? [serviceTokenHeader]
      : (publicRpcs as readonly string[]).includes(call)
        ? []
        : ["authorization"];
    assert.deepEqual(Object.keys(metadata ?? {}), wanted, call);
  }
});
