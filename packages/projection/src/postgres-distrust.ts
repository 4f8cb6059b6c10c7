import { type Database, database } from "@finflow/postgres/database";
import type { Pool } from "pg";
import type { ComparedStore } from "./compare-users.ts";
import type { Distrust, UserRange } from "./projection-store.ts";
import { users } from "./tables.ts";

const conditions: Record<Distrust, string> = {
  every: "true",
  different: "coalesce(mine.applied, 0) <> coalesce(listed.revision, 0)",
  ahead: "coalesce(mine.applied, 0) > coalesce(listed.revision, 0)",
};

/** The part of a read model in PostgreSQL that is compared with upload. */
export function comparedStore(pool: Pool): ComparedStore {
  const db = database(pool);
  return {
    isEmpty: async () => (await db.select({ userId: users.userId }).from(users).limit(1)).length === 0,
    damageWhere: (...asked) => damageWhere(db, ...asked),
  };
}

/** In the order of ids, like everybody who locks several users. */
async function damageWhere(
  db: Database,
  distrust: Distrust,
  listed: readonly { userId: string; revision: number }[],
  { after, upTo }: UserRange,
): Promise<void> {
  await db.$client.query(
    `with listed as (
       select * from unnest($1::uuid[], $2::int[]) as listed (user_id, revision)
     ), mine as (
       select users.user_id, progress.applied_revision as applied
         from users left join progress using (user_id, generation)
        where not users.erased and ($3::uuid is null or users.user_id > $3)
          and ($4::uuid is null or users.user_id <= $4)
     )
     insert into users (user_id, damage)
     select user_id, 1 from listed full join mine using (user_id) where ${conditions[distrust]} order by user_id
     on conflict (user_id) do update set damage = users.damage + 1 where not users.erased`,
    [listed.map(({ userId }) => userId), listed.map(({ revision }) => revision), after ?? null, upTo ?? null],
  );
}
