import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../manifests.ts";

export type PrometheusRule = {
  alert?: string;
  record?: string;
  expr: string;
  annotations?: { summary: string; runbook: string };
};

export type RuleFile = { name: string; groups: { name: string; rules: PrometheusRule[] }[] };

export type PromtoolTest = {
  alert_rule_test: { alertname: string; exp_alerts: unknown[] }[];
};

const rulesFolder = join(root, "k8s/monitoring/base/rules");
export const testsFolder = join(root, "k8s/monitoring/tests");

/** The rules as Prometheus' own files have them: what the operator makes of its resources. */
export function ruleFiles(): RuleFile[] {
  return readdirSync(rulesFolder).map((name) => {
    const { spec } = parse(readFileSync(join(rulesFolder, name), "utf8"));
    return { name, groups: spec.groups };
  });
}

export function rulesOf(files: readonly RuleFile[]): PrometheusRule[] {
  return files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules));
}

export function promtoolTests(): PromtoolTest[] {
  return readdirSync(testsFolder).flatMap(
    (name) => parse(readFileSync(join(testsFolder, name), "utf8"), { merge: true }).tests as PromtoolTest[],
  );
}
