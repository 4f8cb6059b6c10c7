import type { DescMethod } from "@bufbuild/protobuf";
import type { ConnectRouter } from "@connectrpc/connect";
import type { ErrorTable } from "./error-table.ts";
import type { SchemaMode } from "./schema.ts";

/** Something a service cannot do without: a database, a broker, another service. */
export type DependencyCheck = {
  /** Shown by `/readyz`: `postgres`, `kafka`, `schema`. */
  name: string;
  /** Throws when it does not answer; its error is logged, never shown. */
  check(signal: AbortSignal): Promise<void>;
  /** Much goes on without it: `/readyz` shows that it is away, and the process is ready all the same. */
  isOptional?: boolean;
};

/** A service as its builder (`buildUpload(config, adapters)`) returns it; nothing in it knows how it is served. */
export type HostedService = {
  /** `auth`, `upload`: what logs call it, and the audience of service tokens sent to it. */
  name: string;
  /** Registers its RPCs. May be called more than once, and does nothing else. */
  routes(router: ConnectRouter): void;
  /** RPCs that need no access token. */
  publicMethods: readonly DescMethod[];
  /** Services that may call its `internal` RPCs. Default none. */
  internalCallers?: readonly string[];
  errors: ErrorTable;
  checks: readonly DependencyCheck[];
  /**
   * Connects, brings up its schema, starts loops. RPCs are served once this resolves.
   * @param schema who makes the schema; default `migrate`
   */
  start(schema?: SchemaMode): Promise<void>;
  /** Finishes or gives back its work and closes what `start` opened. Called when no RPC is in flight. */
  drain(): Promise<void>;
};
