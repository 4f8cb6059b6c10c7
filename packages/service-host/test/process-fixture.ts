// A process of its own, for run-process.test.ts: prints its ports, and what happens to its service.
import { grpcBody, runProcess } from "../src/run-process.ts";
import { hosted, hostOptions } from "./hosted.ts";

const { service } = hosted(
  {
    auth: {
      async getMe() {
        process.stdout.write("entered\n");
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { userId: "finished" };
      },
    },
  },
  { drain: async () => void process.stdout.write("drained\n") },
);
const host = { ...hostOptions(), host: "127.0.0.1", port: 0 };
const running = await runProcess(grpcBody([service], host), {
  ...host,
  serviceName: "fixture",
  adminPort: 0,
});
process.stdout.write(`${running.port} ${running.adminPort}\n`);
