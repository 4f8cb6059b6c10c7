/**
 * - `conversation_not_found`: none such of this user's
 * - `user_erased`: the account is gone, and nothing more is written for it
 * - `bad_time_zone`, `bad_page_token`, `bad_question`: a field that cannot be meant
 */
export type ChatbotErrorReason =
  | "conversation_not_found"
  | "user_erased"
  | "bad_time_zone"
  | "bad_page_token"
  | "bad_question";

export class ChatbotError extends Error {
  readonly reason: ChatbotErrorReason;

  constructor(reason: ChatbotErrorReason) {
    super(reason);
    this.name = "ChatbotError";
    this.reason = reason;
  }
}
