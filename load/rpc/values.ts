import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { DescMethod } from "@bufbuild/protobuf";
import { createServiceTokens, serviceTokenHeader } from "@finflow/identity/service-token";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { readServiceKey } from "@finflow/service-host/mounted-keys";
import { newPerson } from "../../solo/test/end-to-end/person.ts";
import type { Target } from "../../solo/test/end-to-end/target.ts";
import type { RunningMesh } from "../running-mesh.ts";

/** Who may call the internal RPCs of a service. */
const callers = { auth: "edge", upload: "analytics" } as const;

/** Somebody with a statement of so many rows and a conversation: what the configurations' templates read. */
export async function valuesOf(target: Target, rows: number): Promise<Record<string, string>> {
  const person = await newPerson(target);
  const { pdf } = await renderStatement(manyRows(rows));
  const { documentId, revision } = await person.uploaded(pdf);
  const { transactions } = await person.figure<{
    revision: number;
    asOf: string;
    complete: boolean;
    transactions: { transactionId: string; accountId: string }[];
  }>("/transactions", revision);
  const asked = await person.send<{ conversationId: string }>("POST", "/chatbot/ask", {
    question: "How much did I spend on food in March 2025?",
  });
  const [row] = transactions;
  return {
    TOKEN: person.token,
    EMAIL: person.email,
    PASSWORD: person.password,
    USER_ID: person.userId,
    SESSION_ID: person.session.sessionId,
    REFRESH_TOKEN: person.session.refreshToken,
    DOCUMENT_ID: documentId,
    TRANSACTION_ID: row!.transactionId,
    ACCOUNT_ID: row!.accountId,
    CONVERSATION_ID: asked.conversationId,
    ERASURE_ID: randomUUID(),
  };
}

/** A token for internal RPCs of a service, as a caller that it allows sends it; it lasts a minute. */
export async function serviceToken(
  { folder }: RunningMesh,
  callee: keyof typeof callers,
  method: DescMethod,
): Promise<string> {
  const name = callers[callee];
  const key = await readServiceKey(`the key of ${name}`, join(folder, "keys", `${name}-key.pem`));
  const header = new Headers();
  const send = createServiceTokens({ name, privateKey: key }).interceptor(callee);
  await send(async () => ({}) as never)({ method, header } as never);
  return header.get(serviceTokenHeader) ?? "";
}
