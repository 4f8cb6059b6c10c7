import type { Database } from "@finflow/postgres/database";
import type { Place } from "./event-log.ts";

/** For a migration of a consumer that keeps its positions in PostgreSQL, beside what it projects. */
export const consumerPositionsDdl = `
create table consumer_positions (
  consumer text not null,
  topic text not null,
  partition integer not null,
  position text not null,
  primary key (consumer, topic, partition)
);
`;

/** In the transaction that takes the batch: both stand or neither. */
export async function keepPosition(tx: Database, consumer: string, place: Place): Promise<void> {
  await tx.$client.query(
    `insert into consumer_positions (consumer, topic, partition, position) values ($1, $2, $3, $4)
     on conflict (consumer, topic, partition) do update set position = excluded.position`,
    [consumer, place.topic, place.partition, place.position],
  );
}

/** What `startAt` of a subscription answers. */
export async function readPosition(
  database: Database,
  consumer: string,
  topic: string,
  partition: number,
): Promise<string | undefined> {
  const { rows } = await database.$client.query<{ position: string }>(
    "select position from consumer_positions where consumer = $1 and topic = $2 and partition = $3",
    [consumer, topic, partition],
  );
  return rows[0]?.position;
}
