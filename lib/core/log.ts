import pino, { type LoggerOptions } from "pino";
import { plainError } from "./plain-error";

const SECRET_KEYS = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "token",
  "accessToken",
  "access_token",
  "code",
  "client_secret",
  "body",
];

/** Secret-looking keys are blanked at two levels of nesting; of what was thrown only what broke is written. */
export const LOG_OPTIONS = {
  base: { pid: process.pid },
  redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: "[hidden]" },
  serializers: { err: plainError },
} satisfies LoggerOptions;

/** The process's log: JSON lines on standard output. */
export const log = pino({ ...LOG_OPTIONS, level: process.env.LOG_LEVEL || "info" });
