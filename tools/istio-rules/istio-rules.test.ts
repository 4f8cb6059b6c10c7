import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { publicRpcs, servedRpcs } from "@finflow/rest-transcoder/finflow-surface";
import { parseAllDocuments } from "yaml";
import { ruleFiles } from "./files.ts";
import { pathOf, services } from "./mesh.ts";
import { mayRepeat, streams } from "./repetition.ts";

type Route = {
  name: string;
  match: { port: number; uri?: { exact: string } }[];
  timeout?: string;
  retries: { attempts: number; perTryTimeout?: string; retryOn?: string };
  headers?: object;
};
type Rule = {
  from: { source: { principals: string[]; requestPrincipals?: string[] } }[];
  to: { operation: { ports: string[]; methods?: string[]; paths?: string[] } }[];
};

function specOf<T>(service: string, kind: string): T {
  const documents = parseAllDocuments(ruleFiles().get(`${service}.yaml`) ?? "").map((one) => one.toJS());
  return (
    documents.find((document) => document.kind === kind)?.spec ?? assert.fail(`${service} has no ${kind}`)
  );
}

/** Who may call what: `caller path`, with a star where the caller must bring a user's token. */
function allowed(): string[] {
  return services.flatMap(({ name }) =>
    specOf<{ rules: Rule[] }>(name, "AuthorizationPolicy").rules.flatMap(({ from, to }) =>
      from.flatMap(({ source }) =>
        source.principals.flatMap((principal) =>
          to.flatMap(({ operation }) =>
            (operation.paths ?? ["any path"]).map(
              (path) => `${principal.split("/").at(-1)}${source.requestPrincipals ? "*" : ""} ${path}`,
            ),
          ),
        ),
      ),
    ),
  );
}

test("istio/services is what the contracts say", () => {
  execFileSync(process.execPath, [join(import.meta.dirname, "main.ts"), "--check"]);
});

for (const { name, contracts, grpcPort } of services) {
  test(`${name}: every RPC has one route; it is tried again only where its contract allows that`, () => {
    const { http } = specOf<{ http: Route[] }>(name, "VirtualService");
    for (const method of contracts.flatMap(({ methods }) => methods)) {
      const path = pathOf(method);
      const routes = http.filter(({ match }) => match.some(({ uri }) => uri?.exact === path));
      assert.equal(routes.length, 1, path);
      const [{ retries, timeout, headers }] = routes as [Route];
      assert.equal(retries.attempts, mayRepeat(method) ? 3 : 0, path);
      assert.equal(retries.perTryTimeout, mayRepeat(method) && !streams(method) ? "3s" : undefined, path);
      assert.equal(timeout, streams(method) ? undefined : "60s", path);
      const told = { request: { set: { "x-envoy-retriable-header-names": "x-finflow-dependency-away" } } };
      assert.deepEqual(headers, mayRepeat(method) ? told : undefined, path);
    }
  });

  test(`${name}: what no contract names is not tried again`, () => {
    const { http } = specOf<{ http: Route[] }>(name, "VirtualService");
    const open = http.filter(({ match }) => match.some(({ uri }) => uri === undefined));
    assert.deepEqual(
      open.map(({ name: route, match, retries }) => ({ route, match, retries })),
      [{ route: "others", match: [{ port: grpcPort }], retries: { attempts: 0 } }],
    );
    // The first match is taken.
    assert.ok(http.indexOf(open[0]!) > http.findIndex(({ name: route }) => route === "may-be-repeated"));
  });
}

test("edge reaches what it serves, with a user's token unless anybody may call it", () => {
  const wanted = servedRpcs.map((rpc) => `edge${publicRpcs.includes(rpc) ? "" : "*"} /${rpc}`);
  const passedOn = allowed().filter((line) => /^edge\*? \/finflow\.\w+\.v1\./.test(line));
  assert.deepEqual(passedOn.toSorted(), wanted.toSorted());
});

test("beyond that there are the keys, internal RPCs for who needs them, and chatbot's questions to analytics", () => {
  const rest = allowed().filter((line) => !/^edge\*? \/finflow\.\w+\.v1\./.test(line));
  const rows = "/finflow.upload.internal.v1.UserRowsService";
  assert.deepEqual(
    rest.toSorted(),
    [
      ...["analytics", "auth", "chatbot", "edge", "upload"].map(
        (caller) => `${caller} /.well-known/jwks.json`,
      ),
      ...["analytics", "chatbot"].flatMap((caller) =>
        ["StreamUserRows", "ListUsers", "ListUserAccounts"].map((rpc) => `${caller} ${rows}/${rpc}`),
      ),
      ...services.map(() => "edge /grpc.health.v1.Health/Check"),
      ...["ListRevokedSessions", "CheckSession"].map(
        (rpc) => `edge /finflow.auth.internal.v1.RevocationService/${rpc}`,
      ),
      ...["GetSummary", "GetCategories", "GetMonthlyExpense", "ListTransactions"].map(
        (rpc) => `chatbot* /finflow.analytics.v1.AnalyticsService/${rpc}`,
      ),
    ].toSorted(),
  );
});
