import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { parse, stringify } from "yaml";
import { grafanaDashboard } from "../dashboards/dashboard.ts";
import { dashboards } from "../dashboards/dashboards.ts";
import { parseManifests, render, renderText, root } from "./manifests.ts";
import { promtoolTests, type RuleFile, ruleFiles, rulesOf, testsFolder } from "./monitoring/alerts.ts";
import { exportedMetrics, targetLabels } from "./monitoring/exported.ts";
import { groupingsOf, selectionsOf } from "./monitoring/expressions.ts";
import { kubectlProgram } from "./programs/kubectl.ts";
import { orSkip } from "./programs/or-skip.ts";
import { promtoolProgram } from "./programs/promtool.ts";
import { find, ofKind } from "./rules/rule.ts";
import { conformanceOf, conformanceTools } from "./schemas/kubeconform.ts";

const run = promisify(execFile);
const alerts = rulesOf(ruleFiles()).filter(({ alert }) => alert);

/** What promtool says of rules under the cases of k8s/monitoring/tests; empty when all is as these expect. */
async function verdict(promtool: string, files: readonly RuleFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-rules-"));
  try {
    for (const { name, groups } of files) await writeFile(join(folder, name), stringify({ groups }));
    await cp(testsFolder, folder, { recursive: true });
    const names = files.map(({ name }) => name);
    await run(promtool, ["check", "rules", ...names], { cwd: folder });
    await run(promtool, ["test", "rules", ...names.map((name) => name.replace(".yaml", ".test.yaml"))], {
      cwd: folder,
    });
    return "";
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code !== 1) throw error;
    return `${stdout}${stderr}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("alerts come when they should, and do not when not", async (t) => {
  const promtool = await orSkip(t, promtoolProgram);
  if (promtool) assert.equal(await verdict(promtool, ruleFiles()), "");
});

test("each alert has a case in which it comes and one in which it does not", () => {
  const cases = promtoolTests().flatMap((each) => each.alert_rule_test);
  for (const { alert } of alerts) {
    const own = cases.filter(({ alertname }) => alertname === alert);
    assert.ok(
      own.some(({ exp_alerts }) => exp_alerts.length > 0),
      `${alert} never comes`,
    );
    assert.ok(
      own.some(({ exp_alerts }) => exp_alerts.length === 0),
      `${alert} always comes`,
    );
  }
});

for (const [what, expr] of [
  ["always", "vector(1)"],
  ["never", "vector(1) < 0"],
] as const) {
  test(`an alert that ${what} comes is noticed, each`, async (t) => {
    const promtool = await orSkip(t, promtoolProgram);
    if (!promtool) return;
    for (const file of ruleFiles()) {
      const changed = rulesOf([file]).filter(({ alert }) => alert);
      for (const rule of changed) rule.expr = expr;
      const said = await verdict(promtool, [file]);
      for (const { alert } of changed) assert.match(said, new RegExp(`alertname: ?${alert},`));
    }
  });
}

test("rules and dashboards read what processes export, by labels that these have", () => {
  const rules = rulesOf(ruleFiles());
  const exported = exportedMetrics();
  for (const { record } of rules) if (record) exported.set(record, []);
  const panels = Object.values(dashboards).flatMap((dashboard) =>
    dashboard.panels.flatMap(({ queries }) => queries),
  );
  assert.ok(panels.length > 15);
  for (const { expr } of [...rules, ...panels]) {
    const selections = selectionsOf(expr);
    const known = selections.flatMap(({ metric }) => exported.get(metric) ?? []);
    for (const { metric, labels } of selections) {
      assert.ok(exported.has(metric), `nothing exports ${metric}`);
      const own = [...targetLabels, ...exported.get(metric)!];
      assert.deepEqual(
        labels.filter((label) => !own.includes(label)),
        [],
        `labels of ${metric}`,
      );
      if (!metric.includes(":")) assert.ok(labels.includes("namespace"), `${metric} of whom: ${expr}`);
    }
    const groups = groupingsOf(expr).filter((label) => ![...targetLabels, ...known].includes(label));
    assert.deepEqual(groups, [], expr);
  }
});

test("a metric that nobody exports is noticed", () => {
  const exported = exportedMetrics();
  const misspelt = selectionsOf('rate(finflow_upload_reading_total{namespace="finflow"}[5m])');
  assert.deepEqual(
    misspelt.filter(({ metric }) => exported.has(metric)),
    [],
  );
  assert.equal(exported.has("finflow_upload_readings_total"), true);
});

test("each alert says what to do, in docs/operations.md", async () => {
  const text = await readFile(join(root, "docs/operations.md"), "utf8");
  const headings = [...text.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading]) => heading!.toLowerCase());
  for (const { alert, annotations } of alerts) {
    assert.equal(annotations?.runbook, `docs/operations.md#${alert!.toLowerCase()}`);
    assert.ok(headings.includes(alert!.toLowerCase()), `nothing on ${alert}`);
  }
});

test("the dashboards are what tools/dashboards makes", async () => {
  for (const [name, dashboard] of Object.entries(dashboards)) {
    const text = await readFile(join(root, `k8s/monitoring/base/dashboards/${name}.json`), "utf8");
    assert.deepEqual(JSON.parse(text), grafanaDashboard(dashboard));
  }
});

for (const environment of ["staging", "production"] as const) {
  const folder = `k8s/monitoring/${environment}`;

  test(`${environment}: what watches keeps the schemas of Kubernetes and of Prometheus' operator`, async (t) => {
    const tools = await orSkip(t, conformanceTools);
    if (!tools) return;
    const rendered = await renderText(folder);
    const { valid, problems, unknown } = await conformanceOf(rendered, tools);
    assert.deepEqual({ problems, unknown }, { problems: [], unknown: [] });
    assert.equal(valid, parseManifests(rendered).length);
  });

  test(`${environment}: the collector's pipelines are made of what it has, and it is found where processes send`, async (t) => {
    if (!(await orSkip(t, kubectlProgram))) return;
    const manifests = await render(folder);
    const { spec } = find(manifests, "Deployment", "opentelemetry-collector").spec.template;
    const [config] = ofKind(manifests, "ConfigMap").filter(({ metadata }) =>
      metadata.name.startsWith("opentelemetry-collector"),
    );
    const files: string[] = spec.containers[0].args.map((argument: string) =>
      argument.replace(/^--config=.*\//, ""),
    );
    assert.deepEqual(files.toSorted(), Object.keys(config!.data).toSorted());
    assert.equal(files.includes("cloudwatch.yaml"), environment === "production");
    const parts = files.map((file) => parse(config!.data[file]));
    const merged = (section: string) => Object.assign({}, ...parts.map((part) => part[section]));
    const pipelines = Object.assign({}, ...parts.map(({ service }) => service.pipelines));
    for (const [name, pipeline] of Object.entries<Record<string, string[]>>(pipelines))
      for (const section of ["receivers", "processors", "exporters"])
        for (const component of pipeline[section]!)
          assert.ok(component in merged(section), `${name} has no ${section} ${component}`);

    const deployed = await renderText(`k8s/overlays/${environment}`);
    const service = find(manifests, "Service", "opentelemetry-collector");
    const at = `http://${service.metadata.name}.${service.metadata.namespace}:${service.spec.ports[0].port}`;
    assert.ok(deployed.includes(`value: ${at}`), at);
    assert.ok(merged("receivers").otlp.protocols.http.endpoint.endsWith(`:${service.spec.ports[0].port}`));
  });
}
