import { after, before, describe } from "node:test";
import { type OpenFinflow, openFinflow } from "./open-finflow.ts";
import { sessions } from "./sessions.ts";
import { uploading } from "./uploading.ts";

describe("the client, against everything that it talks to", () => {
  let finflow: OpenFinflow;
  before(async () => {
    finflow = await openFinflow();
  });
  after(() => finflow?.close());
  const url = () => finflow.url;

  describe("a session", () => sessions(url));
  describe("uploading", () => uploading(url));
});
