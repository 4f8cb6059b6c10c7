import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { endOnAbort } from "@finflow/connect-grpc-js/abort";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";

/** Streams that go on for as long as their client likes. */
const endless = new Set<unknown>([UploadService.method.watchDocuments]);

/** Ends such streams as soon as `draining` fires; those that end by themselves have the whole grace. */
export function endStreams(draining: AbortSignal): Interceptor {
  return (next) => async (request) => {
    if (!endless.has(request.method)) return next(request);
    if (draining.aborted) throw new ConnectError("the server is shutting down", Code.Unavailable);
    const response = await next(request);
    return response.stream ? { ...response, message: endOnAbort(draining, response.message) } : response;
  };
}
