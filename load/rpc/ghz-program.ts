import { goBuild } from "../../tools/test-k8s/programs/go-build.ts";

/** Calls RPCs at a fixed number in flight, from a process of its own. */
export function ghzProgram(): Promise<string> {
  return goBuild({
    name: "ghz",
    module: "../../load/ghz",
    package: "github.com/bojand/ghz/cmd/ghz",
    variable: "FINFLOW_GHZ",
  });
}
