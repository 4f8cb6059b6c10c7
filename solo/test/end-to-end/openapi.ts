import { ask, expectStatus } from "./http.ts";
import type { Target } from "./target.ts";

export type Operation = {
  operationId: string;
  method: string;
  /** With its variables: "/accounts/{account_id}". */
  path: string;
  isPublic: boolean;
  parameters: { name: string; in: string }[];
  /** Media types of its body; none where it takes no body. */
  bodies: string[];
};

type Document = {
  openapi: string;
  security?: object[];
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        security?: object[];
        parameters?: Operation["parameters"];
        requestBody?: { content: Record<string, unknown> };
      }
    >
  >;
};

/** Every operation that the server says it has: what tests over all routes go by, so that none is forgotten. */
export async function operations(target: Target): Promise<Operation[]> {
  const { paths } = expectStatus(await ask<Document>(target, "GET", "/openapi.json"), 200);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters, requestBody }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      isPublic: security?.length === 0,
      parameters: parameters ?? [],
      bodies: Object.keys(requestBody?.content ?? {}),
    })),
  );
}

/** A path with its variables filled in, each with the same text. */
export function filled({ path }: Operation, value: string): string {
  return path.replaceAll(/\{[^}]+\}/g, value);
}
