import { writeFileSync } from "node:fs";

writeFileSync(process.argv[3] as string, "{}\n");
