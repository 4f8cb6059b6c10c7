import {
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const users = pgTable("users", {
  userId: uuid("user_id").primaryKey(),
  email: text("email").notNull(),
  passwordHash: text("password_hash").notNull(),
  createTime: instant("create_time").notNull(),
  passwordTime: instant("password_time").notNull(),
});

export const tombstones = pgTable("tombstones", { userId: uuid("user_id").primaryKey() });

export const erasures = pgTable("erasures", {
  userId: uuid("user_id").primaryKey(),
  erasureId: uuid("erasure_id").notNull(),
  requestTime: instant("request_time").notNull(),
});

export const erasureServices = pgTable(
  "erasure_services",
  {
    userId: uuid("user_id").notNull(),
    service: text("service").notNull(),
    eraseTime: instant("erase_time"),
  },
  (table) => [primaryKey({ columns: [table.userId, table.service] })],
);

export const sessions = pgTable("sessions", {
  sessionId: uuid("session_id").primaryKey(),
  userId: uuid("user_id").notNull(),
  createTime: instant("create_time").notNull(),
  lastUseTime: instant("last_use_time").notNull(),
  endTime: instant("end_time").notNull(),
  keepSignedIn: boolean("keep_signed_in").notNull(),
  client: text("client").notNull(),
});

export const refreshTokens = pgTable("refresh_tokens", {
  tokenHash: bytea("token_hash").primaryKey(),
  sessionId: uuid("session_id").notNull(),
  useTime: instant("use_time"),
  successorSalt: bytea("successor_salt"),
  successorKeyId: text("successor_key_id"),
});

export const revokedSessions = pgTable("revoked_sessions", {
  sessionId: uuid("session_id").primaryKey(),
  revokeTime: instant("revoke_time").notNull(),
  isAnnounced: boolean("is_announced").notNull().default(false),
});

export const loginAttempts = pgTable(
  "login_attempts",
  {
    account: bytea("account").notNull(),
    address: bytea("address").notNull(),
    failures: integer("failures").notNull(),
    lastTime: instant("last_time").notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.address] })],
);

export const registrations = pgTable("registrations", {
  requestId: uuid("request_id").primaryKey(),
  userId: uuid("user_id").notNull(),
  sessionId: uuid("session_id").notNull(),
  tokenSalt: bytea("token_salt").notNull(),
  tokenKeyId: text("token_key_id").notNull(),
  createTime: instant("create_time").notNull(),
});

export const signingKeys = pgTable("signing_keys", {
  kid: text("kid").primaryKey(),
  signFrom: instant("sign_from").notNull(),
  publicN: text("public_n").notNull(),
  publicE: text("public_e").notNull(),
  sealedPrivateKey: bytea("sealed_private_key").notNull(),
  sealKeyId: text("seal_key_id").notNull(),
});
