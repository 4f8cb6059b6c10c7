import { goBuild } from "./go-build.ts";

const module = "istio";

/** Istio's client: validates files, analyses a cluster. */
export function istioctlProgram(): Promise<string> {
  const name = "istioctl";
  return goBuild({
    name,
    module,
    package: "istio.io/istio/istioctl/cmd/istioctl",
    variable: "FINFLOW_ISTIOCTL",
  });
}

/** Istio's control plane, which tells every Envoy what to do. */
export function pilotProgram(): Promise<string> {
  return goBuild({
    name: "pilot-discovery",
    module,
    package: "istio.io/istio/pilot/cmd/pilot-discovery",
    variable: "FINFLOW_PILOT",
  });
}

/** Our tests of what Istio makes of the manifests, with its code inside. */
export function translationTests(): Promise<string> {
  return goBuild({
    name: "translation.test",
    module,
    package: "./translation",
    tests: true,
    variable: "FINFLOW_TRANSLATION_TESTS",
  });
}

/** Hands certificates to Envoys, as Istio's agent would. */
export function certificatesProgram(): Promise<string> {
  return goBuild({
    name: "certificates",
    module,
    package: "./certificates",
    variable: "FINFLOW_CERTIFICATES",
  });
}
