import assert from "node:assert/strict";
import { test } from "node:test";
import { serviceNames } from "@finflow/mesh/services";
import type { Mesh } from "@finflow/mesh/start-mesh";
import { dashboards } from "../../tools/dashboards/dashboards.ts";
import { ruleFiles, rulesOf } from "../../tools/test-k8s/monitoring/alerts.ts";
import { targetLabels } from "../../tools/test-k8s/monitoring/exported.ts";
import { selectionsOf } from "../../tools/test-k8s/monitoring/expressions.ts";

/** What Prometheus makes itself: whether a target answers, and what rules record. */
const isPrometheus = (metric: string) => metric === "up" || metric.includes(":");

/** Whether those who watch would see anything: asked of a mesh through which something has gone. */
export function exported(mesh: () => Mesh): void {
  test("what alerts and dashboards read is what the running processes export", async () => {
    const series = new Map<string, Set<string>>();
    for (const name of serviceNames) {
      const answer = await fetch(`http://127.0.0.1:${mesh().ports.admin[name]}/metrics`);
      for (const [metric, labels] of samplesOf(await answer.text())) {
        const known = series.get(metric) ?? new Set(targetLabels);
        for (const label of labels) known.add(label);
        series.set(metric, known);
      }
    }
    const panels = Object.values(dashboards).flatMap((each) => each.panels.flatMap(({ queries }) => queries));
    const selections = [...rulesOf(ruleFiles()), ...panels]
      .flatMap(({ expr }) => selectionsOf(expr))
      .filter(({ metric }) => !isPrometheus(metric));
    assert.ok(selections.length > 40);
    const missing = selections.flatMap(({ metric, labels }) => {
      const known = series.get(metric);
      if (!known) return [metric];
      return labels.filter((label) => !known.has(label)).map((label) => `${metric}{${label}}`);
    });
    assert.deepEqual([...new Set(missing)], []);
  });
}

/** Each sample of Prometheus' text format: its name and its labels'. */
function samplesOf(text: string): [metric: string, labels: string[]][] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, metric = "", , labels = ""] = /^([\w:]+)(\{(.*)\})? /.exec(line) ?? [];
      return [metric, [...labels.matchAll(/(\w+)="/g)].map(([, label]) => label!)];
    });
}
