/** An image per service; upload's worker and the migrations run in their service's own, by another command. */
export const images = {
  auth: { workspace: "services/auth" },
  upload: { workspace: "services/upload" },
  analytics: { workspace: "services/analytics" },
  chatbot: { workspace: "services/chatbot" },
  /** With the page. */
  edge: { workspace: "edge", built: ["edge/web/dist"] },
} as const satisfies Record<string, { workspace: string; built?: readonly string[] }>;

export type ImageName = keyof typeof images;
