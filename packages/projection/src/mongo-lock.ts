import { type ClientSession, type Collection, MongoErrorLabel, MongoServerError } from "mongodb";
import type { UserDocument } from "./mongo-collections.ts";

const fresh = { generation: 1, building: null, damage: 0, buildingUntil: null, erased: false };

/**
 * The user's own document, changed and so held until the transaction ends; made if there is none. Another transaction
 * that changed it meanwhile makes this one begin anew.
 */
export async function lockUser(
  users: Collection<UserDocument>,
  session: ClientSession,
  userId: string,
): Promise<UserDocument> {
  const user = await users
    .findOneAndUpdate(
      { _id: userId },
      { $inc: { turn: 1 }, $setOnInsert: fresh },
      { session, upsert: true, returnDocument: "after" },
    )
    .catch(beginAnewWhereTwoInsert);
  if (!user) throw new Error("the user's document went away under its lock");
  return user;
}

/** Several users held at once. */
export async function lockUsers(
  users: Collection<UserDocument>,
  session: ClientSession,
  userIds: readonly string[],
): Promise<UserDocument[]> {
  await users
    .bulkWrite(
      userIds.map((_id) => ({
        updateOne: { filter: { _id }, update: { $inc: { turn: 1 }, $setOnInsert: fresh }, upsert: true },
      })),
      { session, ordered: false },
    )
    .catch(beginAnewWhereTwoInsert);
  return users.find({ _id: { $in: [...userIds] } }, { session }).toArray();
}

/** Two transactions that hear of a user first: one inserts, and the other one's insertion is a duplicate. */
function beginAnewWhereTwoInsert(error: unknown): never {
  if (error instanceof MongoServerError && error.code === 11_000)
    error.addErrorLabel(MongoErrorLabel.TransientTransactionError);
  throw error;
}
