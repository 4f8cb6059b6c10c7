import { createContextKey } from "@connectrpc/connect";

/**
 * Where a call came from, as the server's socket names it: "10.0.0.1:5000", "[::1]:5000". Set by this package's
 * gRPC server; whoever serves Connect by other means may set it alike.
 */
export const peerKey = createContextKey("", { description: "the socket's peer" });
