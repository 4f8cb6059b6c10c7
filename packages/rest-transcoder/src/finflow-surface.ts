/**
 * What edge serves, in one place: edge builds its handlers from it, and the OpenAPI document is written from
 * it. An RPC that is not listed is not reachable from outside; none of an `internal` package is.
 */

/** RPCs served as Connect, gRPC-web and gRPC, and as REST where they have a google.api.http option. */
export const servedRpcs = [
  "finflow.auth.v1.AuthService/Register",
  "finflow.auth.v1.AuthService/Login",
  "finflow.auth.v1.AuthService/Refresh",
  "finflow.auth.v1.AuthService/Logout",
  "finflow.auth.v1.AuthService/GetMe",
  "finflow.auth.v1.AuthService/DeleteMe",
  "finflow.auth.v1.AuthService/GetErasure",
  "finflow.auth.v1.AuthService/ChangePassword",
  "finflow.auth.v1.AuthService/ListSessions",
  "finflow.auth.v1.AuthService/DeleteSession",
  "finflow.auth.v1.AuthService/GetJwks",
  "finflow.upload.v1.UploadService/InitiateUpload",
  "finflow.upload.v1.UploadService/CompleteUpload",
  "finflow.upload.v1.UploadService/GetUploadStatus",
  "finflow.upload.v1.UploadService/RetryDocument",
  "finflow.upload.v1.UploadService/ListDocuments",
  "finflow.upload.v1.UploadService/WatchDocuments",
  "finflow.upload.v1.UploadService/GetDocumentContent",
  "finflow.upload.v1.UploadService/UpdateDocument",
  "finflow.upload.v1.UploadService/DeleteDocument",
  "finflow.upload.v1.CorrectionService/UpdateTransaction",
  "finflow.upload.v1.CorrectionService/BatchUpdateTransactions",
  "finflow.upload.v1.CorrectionService/ListCorrections",
  "finflow.upload.v1.RuleService/ListRules",
  "finflow.upload.v1.RuleService/CreateRule",
  "finflow.upload.v1.RuleService/DeleteRule",
  "finflow.upload.v1.AccountService/ListAccounts",
  "finflow.upload.v1.AccountService/UpdateAccount",
  "finflow.analytics.v1.AnalyticsService/GetSummary",
  "finflow.analytics.v1.AnalyticsService/GetCategories",
  "finflow.analytics.v1.AnalyticsService/GetMonthlyExpense",
  "finflow.analytics.v1.AnalyticsService/ListTransactions",
  "finflow.analytics.v1.AnalyticsService/ExportTransactions",
  "finflow.chatbot.v1.ChatbotService/Ask",
  "finflow.chatbot.v1.ChatbotService/AskStream",
  "finflow.chatbot.v1.ChatbotService/ListConversations",
  "finflow.chatbot.v1.ChatbotService/GetConversation",
  "finflow.chatbot.v1.ChatbotService/DeleteConversation",
  "finflow.chatbot.v1.ChatbotService/DeleteConversations",
] as const;

export type ServedRpc = (typeof servedRpcs)[number];

/** RPCs that anybody may call. */
export const publicRpcs: readonly ServedRpc[] = [
  "finflow.auth.v1.AuthService/Register",
  "finflow.auth.v1.AuthService/Login",
  "finflow.auth.v1.AuthService/Refresh",
  "finflow.auth.v1.AuthService/Logout",
  "finflow.auth.v1.AuthService/GetErasure",
  "finflow.auth.v1.AuthService/GetJwks",
];

/** HTTP statuses of success that are not 200. */
export const successStatus: Readonly<Partial<Record<ServedRpc, number>>> = {
  "finflow.auth.v1.AuthService/Register": 201,
};

/** What a call takes from the limits, where it is not 1. */
export const rpcCost: Readonly<Partial<Record<ServedRpc, number>>> = {
  "finflow.upload.v1.UploadService/InitiateUpload": 2,
  "finflow.upload.v1.UploadService/GetUploadStatus": 0,
  "finflow.analytics.v1.AnalyticsService/ExportTransactions": 2,
  "finflow.chatbot.v1.ChatbotService/Ask": 2,
  "finflow.chatbot.v1.ChatbotService/AskStream": 2,
};
