import type { Progress } from "@finflow/projection/freshness";
import type { Group } from "./domain/figures.ts";
import type { Filter } from "./domain/filter.ts";
import type { Order } from "./domain/order.ts";
import type { Page, Position } from "./domain/page.ts";

/** What the RPCs read from: the port that each store of the read model fills. */
export type ReadModel = {
  progress: (userId: string) => Promise<Progress>;
  groups: (userId: string, generation: number, filter: Filter) => Promise<Group[]>;
  rows: (
    userId: string,
    generation: number,
    filter: Filter,
    page: Page & { order: Order },
  ) => Promise<{ states: Uint8Array[]; next: Position | undefined }>;
};
