import pino from "pino";

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

/** The process's log: JSON lines on standard output. Secret-looking keys are blanked at two levels of nesting. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { pid: process.pid },
  redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: "[hidden]" },
});
