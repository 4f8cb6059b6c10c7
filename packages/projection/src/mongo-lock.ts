import { type ClientSession, type Collection, MongoErrorLabel, MongoServerError } from "mongodb";
import type { UserDocument } from "./mongo-collections.ts";

/**
 * The user's own document, changed and so held until the transaction ends; made if there is none. Another transaction
 * that changed it meanwhile makes this one begin anew.
 */
export async function lockUser(
  users: Collection<UserDocument>,
  session: ClientSession,
  userId: string,
): Promise<UserDocument> {
  const fresh = { generation: 1, building: null, damage: 0, buildingUntil: null, erased: false };
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

/** Two transactions that hear of a user first: one inserts, and the other one's insertion is a duplicate. */
function beginAnewWhereTwoInsert(error: unknown): never {
  if (error instanceof MongoServerError && error.code === 11_000)
    error.addErrorLabel(MongoErrorLabel.TransientTransactionError);
  throw error;
}
