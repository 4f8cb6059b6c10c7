import type { ConnectRouter } from "@connectrpc/connect";
import type { HostedService } from "./hosted-service.ts";

/** The Protobuf services that a hosted service serves: `finflow.auth.v1.AuthService`. */
export function serviceNames(service: HostedService): string[] {
  const names = new Set<string>();
  const router: ConnectRouter = {
    handlers: [],
    service(desc) {
      names.add(desc.typeName);
      return this;
    },
    rpc(method) {
      names.add(method.parent.typeName);
      return this;
    },
  };
  service.routes(router);
  return [...names];
}
