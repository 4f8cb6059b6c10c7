import { endToEnd } from "./end-to-end/suite.ts";

endToEnd();
