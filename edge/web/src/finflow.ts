import { createFinflowClient } from "@finflow/client/finflow-client";

/** The page's one client; its session's refresh token is a cookie that no script can read. */
export const finflow = createFinflowClient({ baseUrl: location.origin });
