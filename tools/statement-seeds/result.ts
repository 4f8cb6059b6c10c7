import type { Dimensions } from "@finflow/statement-generator/dimensions";
import type { Outcome } from "@finflow/statement-generator/truth/compare";

export type SeedResult = Outcome & { seed: number; dimensions: Dimensions; bytes: number; ms: number };
