import type { Plan } from "./domain/plan.ts";

/** One question and what was answered, as the contract encodes the answer. */
export type Turn = { question: string; response: Uint8Array; askTime: Date };

export type ConversationHead = {
  conversationId: string;
  title: string;
  createTime: Date;
  updateTime: Date;
};

/** Where a page of conversations begins: after this one. */
export type After = { updateTime: Date; conversationId: string };

/** Where conversations are kept: the port that each store fills. Everything is the user's own. */
export type ConversationStore = {
  /** The plan to go on from; undefined for a conversation that is not there. */
  find: (userId: string, conversationId: string) => Promise<{ plan: Plan | undefined } | undefined>;
  /** The answer given to a request before, if it was. */
  answered: (userId: string, requestId: string) => Promise<Uint8Array | undefined>;
  /**
   * Adds a turn, and the conversation if it begins. Without a plan the one before stays.
   * @returns the answer that stands: the one given, or the one that the same request got first
   * @throws ChatbotError `user_erased`, or `conversation_not_found` where it was deleted meanwhile
   */
  add: (
    userId: string,
    turn: Turn & {
      conversationId: string;
      begins: boolean;
      plan: Plan | undefined;
      requestId: string | undefined;
    },
  ) => Promise<Uint8Array>;
  /** With its latest turns, in order: of a very long conversation the first ones are left out. */
  get: (
    userId: string,
    conversationId: string,
  ) => Promise<(ConversationHead & { turns: Turn[] }) | undefined>;
  /** The last used first. */
  list: (userId: string, size: number, after: After | undefined) => Promise<ConversationHead[]>;
  /** Deletes one, or all. */
  remove: (userId: string, conversationId: string | undefined) => Promise<void>;
};
