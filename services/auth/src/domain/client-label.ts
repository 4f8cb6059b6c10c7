// In the order in which they must be looked for: Edge and Opera call themselves Chrome too, and Chrome Safari.
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bChrom(?:e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
  [/\bokhttp\/|\bFinflow\b.*\bMobile\b/i, "Mobile app"],
  [/^grpc-|\bgrpc\b/i, "gRPC program"],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * "Firefox on Linux", for a person to recognise a session by. From a closed list of names, so that nothing a
 * client writes is shown or stored as it is.
 */
export function clientLabel(userAgent: string): string {
  const find = (list: readonly [RegExp, string][]): string | undefined =>
    list.find(([pattern]) => pattern.test(userAgent.slice(0, 512)))?.[1];
  const browser = find(browsers) ?? "Unknown client";
  const system = find(systems);
  return system === undefined ? browser : `${browser} on ${system}`;
}
