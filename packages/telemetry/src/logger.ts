import { type DestinationStream, type Level, pino } from "pino";
import { currentCorrelation, enableCorrelation } from "./correlation.ts";
import { isLogField, type LogFields } from "./log-fields.ts";
import { describeError, redact } from "./redact.ts";

/** A sentence in the past tense, and its fields: `logger.info("document committed", { documentId, rows })`. */
type Log = (message: string, fields?: LogFields) => void;

export type Logger = { readonly debug: Log; readonly info: Log; readonly warn: Log; readonly error: Log };

export type LoggerOptions = {
  /** Says which service speaks. */
  service: string;
  /** Default `info`; `silent` for none. */
  level?: Level | "silent";
  /** Default standard output. */
  destination?: DestinationStream;
};

/**
 * A logger that writes one JSON object per line: `level`, `time` (ISO 8601), `service`, `msg`, the fields of
 * `LogFields`, and the ids of the request being handled. Fields that are not listed are dropped, and text
 * that looks like a credential or an e-mail address is replaced.
 */
export function createLogger(options: LoggerOptions): Logger {
  enableCorrelation();
  const sink = pino(
    {
      level: options.level ?? "info",
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: currentCorrelation,
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );
  const at =
    (level: Level): Log =>
    (message, fields) => {
      if (sink.isLevelEnabled(level)) sink[level](allowed(fields), redact(message));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

function allowed(fields: LogFields | undefined): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (value === undefined || !isLogField(name)) continue;
    if (name === "error") out[name] = describeError(value);
    else if (typeof value === "string") out[name] = redact(value);
    else if (typeof value === "number" || value === null) out[name] = value;
  }
  return out;
}
