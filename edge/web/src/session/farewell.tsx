import { useCallback } from "react";
import { finflow } from "../finflow.ts";
import { useAnswer } from "../use-answer.ts";
import { useLastErasure } from "./last-erasure.ts";

/** After an account was deleted: how far its erasing has come, service by service. */
export function Farewell() {
  const erasureId = useLastErasure();
  return erasureId ? <Erasing erasureId={erasureId} /> : null;
}

function Erasing({ erasureId }: { erasureId: string }) {
  const ask = useCallback((signal: AbortSignal) => finflow.session.erasure(erasureId, signal), [erasureId]);
  const { value } = useAnswer(ask, isFinished);
  const left = value?.services.filter(({ eraseTime }) => !eraseTime).map(({ service }) => service) ?? [];
  return (
    <p className="notice" role="status">
      Your account is deleted.{" "}
      {value?.finished
        ? "All that was stored of it is erased."
        : `What was stored of it is being erased${left.length > 0 ? ` (${left.join(", ")})` : ""}…`}
    </p>
  );
}

function isFinished({ finished }: { finished: boolean }): boolean {
  return finished;
}
