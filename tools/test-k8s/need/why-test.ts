import type { Changed } from "./changed-files.ts";

/** What is deployed, what says how, and what tests read of the rest. */
const concerned: readonly RegExp[] = [
  /^(k8s|istio|proto|gen)\//,
  /^tools\/(test-k8s|istio-rules|dashboards|delivery|images|supply-chain|dev-secrets)(\/|\.ts$)/,
  /^tools\/(bootstrap\.js|run-tests\.ts)$/,
  /^(Dockerfile|\.dockerignore|compose\.(yaml|env)|skaffold\.yaml|Jenkinsfile|sonar-project\.properties)$/,
  /^(\.ci|\.github)\//,
  /^(package|package-lock|tsconfig)\.json$/,
  // What processes are told, how they start, and what they say on the wire and to Prometheus.
  /^(services\/[^/]+|edge)\/src\/[^/]+\.ts$/,
  /^(services\/[^/]+|edge)\/(migrations|src\/rpc)\//,
  /^packages\/(connect-grpc-js|event-log|identity|local-servers|rest-transcoder|service-host|telemetry)\/src\//,
  /-(metrics|gauge|gauges)\.ts$/,
  // Somebody outside the gateway does all of it.
  /^solo\/test\/end-to-end\//,
  // Each alert says there what to do.
  /^docs\/operations\.md$/,
];

/** Why the tests of what is deployed must run; undefined where they would find what they found before. */
export function whyTest(changed: Changed): string | undefined {
  if ("unknown" in changed) return changed.unknown;
  const files = changed.files.filter((file) => concerned.some((pattern) => pattern.test(file)));
  if (files.length === 0) return undefined;
  const others = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `${files.slice(0, 3).join(", ")}${others} changed`;
}
