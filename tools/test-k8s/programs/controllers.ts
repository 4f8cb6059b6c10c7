import { goBuild } from "./go-build.ts";
import { goModule } from "./go-module.ts";
import { goProgram } from "./go-program.ts";

const module = "apiserver";

/** Kubernetes' controllers: Deployments, ReplicaSets, Jobs, budgets, autoscalers, nodes that are lost. */
export function controllersProgram(): Promise<string> {
  return goBuild({
    name: "kube-controller-manager",
    module,
    package: "k8s.io/kubernetes/cmd/kube-controller-manager",
    variable: "FINFLOW_KUBE_CONTROLLER_MANAGER",
  });
}

/** Decides which node a pod is on. */
export function schedulerProgram(): Promise<string> {
  return goBuild({
    name: "kube-scheduler",
    module,
    package: "k8s.io/kubernetes/cmd/kube-scheduler",
    variable: "FINFLOW_KUBE_SCHEDULER",
  });
}

const kwok = {
  path: "sigs.k8s.io/kwok",
  version: "v0.8.0",
  sum: "h1:OTIOTwgROqPMovcTwxICx2eYQ4AwLpSx5EpjbDKF4SQ=",
} as const;

/** Stands in for kubelets: says of nodes and pods what a kubelet would say, and runs nothing. */
export function kwokProgram(): Promise<string> {
  return goProgram({
    name: "kwok",
    package: `${kwok.path}/cmd/kwok`,
    version: kwok.version,
    variable: "FINFLOW_KWOK",
  });
}

/** Where kwok's own files are: what it says of nodes, and what it measures. */
export function kwokFiles(): Promise<string> {
  return goModule(kwok);
}

/** Measures what pods use, of which kwok says what it is told to, for autoscalers. */
export function metricsServerProgram(): Promise<string> {
  return goProgram({
    name: "metrics-server",
    package: "sigs.k8s.io/metrics-server/cmd/metrics-server",
    version: "v0.9.0",
    variable: "FINFLOW_METRICS_SERVER",
  });
}
