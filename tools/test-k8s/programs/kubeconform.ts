import { goProgram } from "./go-program.ts";

/**
 * The path of kubeconform: the one that FINFLOW_KUBECONFORM names, else the pinned one, built the first time.
 *
 * @throws ServerError `unavailable`
 */
export function kubeconformProgram(): Promise<string> {
  return goProgram({
    name: "kubeconform",
    package: "github.com/yannh/kubeconform/cmd/kubeconform",
    version: "v0.8.0",
    variable: "FINFLOW_KUBECONFORM",
  });
}
