import type { ServerResponse } from "node:http";

/**
 * What every answer carries. Scripts and styles come from this origin's files alone; nothing may frame it.
 *
 * @param uploadOrigins where pages may also send bytes: the object store's
 */
export function securityHeaders(uploadOrigins: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...uploadOrigins].join(" ")}`,
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}

/** HSTS only over HTTPS: over HTTP it is ignored by those who are right, and locks out those who are not. */
export function writeSecurityHeaders(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  isHttps: boolean,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isHttps) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
