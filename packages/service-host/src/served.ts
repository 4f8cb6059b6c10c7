import type { DescFile, DescService } from "@bufbuild/protobuf";
import type { ConnectRouter } from "@connectrpc/connect";
import type { HostedService } from "./hosted-service.ts";

/** The Protobuf services that a hosted service registers. */
export function servedBy(service: HostedService): DescService[] {
  const found = new Set<DescService>();
  const router: ConnectRouter = {
    handlers: [],
    service(desc) {
      found.add(desc);
      return this;
    },
    rpc(method) {
      found.add(method.parent);
      return this;
    },
  };
  service.routes(router);
  return [...found];
}

/** The files that describe these services, with everything they import, each once. */
export function filesOf(services: readonly DescService[]): DescFile[] {
  const found = new Set<DescFile>();
  const visit = (file: DescFile) => {
    if (found.has(file)) return;
    found.add(file);
    file.dependencies.forEach(visit);
  };
  for (const service of services) visit(service.file);
  return [...found];
}
