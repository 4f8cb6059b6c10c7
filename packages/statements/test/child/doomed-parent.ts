/** Started to be killed while one child is idle and another has a file. */
import { command, obedientReader } from "./obedient-reader.ts";

const reader = obedientReader({ ahead: 1 });
await command(reader, "hang");
