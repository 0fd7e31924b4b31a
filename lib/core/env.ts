import { createHmac } from "node:crypto";
import { z } from "zod";
import { rangeOf } from "./address-range";
import { vapidOf } from "./vapid";

/** Where an object store keeps files, and the key pair it knows us by. `endpoint` is its address, without the bucket. */
export type BucketSettings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const DEFAULT_PORT = 3000;
const WEAK_SECRETS = new Set(["secret", "changeme", "password", "development"]);

const secret = z
  .string()
  .min(32, "must be at least 32 characters: make one with `openssl rand -base64 32`")
  .refine((value) => !WEAK_SECRETS.has(value.toLowerCase()), "is a well-known value: choose another");

const url = z.url().transform((value) => value.replace(/\/+$/, ""));
const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());

const Settings = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(1).max(65_535).default(DEFAULT_PORT)),
  PUBLIC_URL: optional(url),
  FILES_ORIGIN: optional(
    url.refine((value) => URL.canParse(value) && new URL(value).origin === value, "must be an origin, without a path"),
  ),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
  DATABASE_OWNER_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://")),
  AUTH_SECRET: secret,
  ENCRYPTION_KEYS: z
    .string()
    .regex(/^[\w-]+:[A-Za-z0-9+/=]{43,44}(,[\w-]+:[A-Za-z0-9+/=]{43,44})*$/, "must look like k1:<32 bytes in base64>"),
  LEDGER_KEY: optional(secret),
  FACEBOOK_CLIENT_ID: optional(z.string()),
  FACEBOOK_CLIENT_SECRET: optional(z.string()),
  FACEBOOK_VERIFY_TOKEN: optional(z.string().min(16, "must be at least 16 characters")),
  GRAPH_BASE_URL: optional(url),
  GRAPH_VERSION: z.preprocess(
    empty,
    z
      .string()
      .regex(/^v\d+\.\d+$/)
      .default("v25.0"),
  ),
  PUSHER_APP_ID: optional(z.string()),
  PUSHER_KEY: optional(z.string()),
  PUSHER_SECRET: optional(z.string()),
  PUSHER_CLUSTER: optional(z.string()),
  PUSHER_HOST: optional(z.string()),
  PUSHER_PORT: optional(z.coerce.number().int()),
  PUSHER_TLS: optional(z.enum(["0", "1"])),
  HUB_KEY: optional(z.string()),
  HUB_SECRET: optional(z.string()),
  SANDBOX_CLIENT_SECRET: optional(z.string()),
  S3_ENDPOINT: optional(url),
  S3_REGION: optional(z.string().regex(/^[\w-]+$/, "must look like eu-west-3")),
  S3_BUCKET: optional(z.string().regex(/^[a-z0-9.-]{3,63}$/, "must be the name of a bucket")),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.email()),
  TRUSTED_PROXIES: optional(
    z
      .string()
      .transform((listed) => listed.split(",").map((one) => one.trim()))
      .refine((listed) => listed.every((one) => rangeOf(one) !== null), "must look like 10.0.0.0/8,192.0.2.7"),
  ),
  VAPID_PUBLIC_KEY: optional(z.string().regex(/^[\w-]{87}$/, "must be 65 bytes in base64url")),
  VAPID_PRIVATE_KEY: optional(z.string().regex(/^[\w-]{43}$/, "must be 32 bytes in base64url")),
  METRICS_TOKEN: optional(z.string().min(16)),
  COMPTOIR_DATA: z.preprocess(empty, z.string().default(".data")),
  COMPTOIR_SANDBOX: optional(z.enum(["0", "1"])),
  COMPTOIR_DEV: optional(z.enum(["0", "1"])),
  LOG_LEVEL: z.preprocess(empty, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
});

type Parsed = z.output<typeof Settings>;

/** Where live updates go: our own hub on this port, or a hosted service of the same protocol. */
export type PusherSettings = {
  appId: string;
  key: string;
  secret: string;
  host: string;
  port: number;
  useTLS: boolean;
  cluster?: string;
  hosted: boolean;
};

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Addresses from which a client's own address is taken over. A proxy on this machine is one wherever the app is public. */
function proxiesOf({ TRUSTED_PROXIES: listed }: Parsed, publicUrl: string): readonly string[] {
  if (listed) return listed;
  return LOOPBACK.test(new URL(publicUrl).hostname) ? [] : ["127.0.0.0/8", "::1/128"];
}

function pusherOf(parsed: Parsed): PusherSettings {
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret_ } = parsed;
  if (appId && key && secret_) {
    const useTLS = parsed.PUSHER_TLS !== "0";
    const cluster = parsed.PUSHER_CLUSTER;
    const host = parsed.PUSHER_HOST ?? (cluster ? `api-${cluster}.pusher.com` : "api.pusherapp.com");
    const port = parsed.PUSHER_PORT ?? (useTLS ? 443 : 80);
    return { appId, key, secret: secret_, host, port, useTLS, hosted: true, ...(cluster ? { cluster } : {}) };
  }
  if (appId || key || secret_)
    throw new Error("PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET go together: set all three, or none.");
  return {
    appId: "comptoir",
    key: parsed.HUB_KEY ?? "comptoir",
    secret: parsed.HUB_SECRET ?? parsed.AUTH_SECRET,
    host: "127.0.0.1",
    port: parsed.PORT,
    useTLS: false,
    hosted: false,
  };
}

/** A token of its own for one use, the same in every process that has the secret. */
function derivedToken(authSecret: string, use: string): string {
  return createHmac("sha256", authSecret).update(use).digest("base64url");
}

/**
 * The Facebook app: its id and secret, the dialog, the Graph API, `verifyToken` by which its webhook is recognised, and
 * `messengerLinkUrl`, where m.me links lead (`https://m.me/<page>?ref=…`; the sandbox takes `?page=<page>&ref=…`).
 */
function facebookOf(parsed: Parsed, publicUrl: string, sandbox: boolean) {
  const { FACEBOOK_CLIENT_ID: clientId, FACEBOOK_CLIENT_SECRET: clientSecret, GRAPH_VERSION: version } = parsed;
  if (Boolean(clientId) !== Boolean(clientSecret))
    throw new Error("FACEBOOK_CLIENT_ID and FACEBOOK_CLIENT_SECRET go together: set both, or neither.");
  const verifyToken = parsed.FACEBOOK_VERIFY_TOKEN ?? derivedToken(parsed.AUTH_SECRET, "messenger webhook");
  if (clientId && clientSecret)
    return {
      clientId,
      clientSecret,
      verifyToken,
      messengerLinkUrl: "https://m.me",
      dialogUrl: `https://www.facebook.com/${version}/dialog/oauth`,
      graphUrl: parsed.GRAPH_BASE_URL ?? "https://graph.facebook.com",
    };
  if (!sandbox)
    throw new Error(
      "Nobody could sign in: set FACEBOOK_CLIENT_ID and FACEBOOK_CLIENT_SECRET, or COMPTOIR_SANDBOX=1 to use the sandbox.",
    );
  return {
    clientId: "100000000000001",
    clientSecret: parsed.SANDBOX_CLIENT_SECRET ?? parsed.AUTH_SECRET,
    verifyToken,
    messengerLinkUrl: `${publicUrl}/sandbox/messenger`,
    dialogUrl: `${publicUrl}/sandbox/dialog/oauth`,
    graphUrl: parsed.GRAPH_BASE_URL ?? `http://127.0.0.1:${parsed.PORT}/sandbox/graph`,
  };
}

/** Where files that strangers sent are served. Null: at our own address. It has to be another host, which no cookie of ours reaches. */
function filesOriginOf({ FILES_ORIGIN: origin }: Parsed, publicUrl: string): string | null {
  if (!origin) return null;
  const [files, own] = [new URL(origin), new URL(publicUrl)];
  if (files.hostname === own.hostname)
    throw new Error("FILES_ORIGIN must be another host than PUBLIC_URL's, or leave it out.");
  if (own.protocol === "https:" && files.protocol !== "https:")
    throw new Error("FILES_ORIGIN must start with https:// as PUBLIC_URL does.");
  return origin;
}

/** The object store that keeps files. Null: they are kept in the data folder. */
function bucketOf(parsed: Parsed): BucketSettings | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = parsed;
  const { S3_ENDPOINT: endpoint, S3_REGION: region = "us-east-1" } = parsed;
  if (bucket && accessKeyId && secretAccessKey)
    return {
      ...{ bucket, accessKeyId, secretAccessKey, region },
      endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    };
  if (bucket || accessKeyId || secretAccessKey || endpoint || parsed.S3_REGION)
    throw new Error("S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set all three, or none.");
  return null;
}

/**
 * Where mail is handed over, and the address it comes from: the mail server, else the sandbox's mailbox. Null: none is
 * sent, and nothing that needs it is offered.
 */
function mailOf(parsed: Parsed, publicUrl: string, from: string, sandbox: boolean) {
  if (parsed.SMTP_URL) return { url: parsed.SMTP_URL, from };
  return sandbox ? { url: `${publicUrl}/sandbox/mail/messages`, from } : null;
}

/**
 * Reads every setting from `source` (by default the process environment).
 * Throws one Error whose message names each wrong variable, never its value.
 */
export function readSettings(source: Record<string, string | undefined>) {
  const outcome = Settings.safeParse(source);
  if (!outcome.success) {
    const lines = outcome.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Some settings are wrong. ${lines.join("; ")}.`);
  }
  const parsed = outcome.data;
  const publicUrl = parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}`;
  const sandbox = parsed.COMPTOIR_SANDBOX
    ? parsed.COMPTOIR_SANDBOX === "1"
    : LOOPBACK.test(new URL(publicUrl).hostname);
  const from = parsed.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`;
  return Object.freeze({
    PORT: parsed.PORT,
    PUBLIC_URL: publicUrl,
    FILES_ORIGIN: filesOriginOf(parsed, publicUrl),
    DATABASE_URL: parsed.DATABASE_URL,
    DATABASE_OWNER_URL: parsed.DATABASE_OWNER_URL ?? parsed.DATABASE_URL,
    AUTH_SECRET: parsed.AUTH_SECRET,
    ENCRYPTION_KEYS: parsed.ENCRYPTION_KEYS,
    LEDGER_KEY: parsed.LEDGER_KEY ?? derivedToken(parsed.AUTH_SECRET, "consent ledger"),
    FACEBOOK: facebookOf(parsed, publicUrl, sandbox),
    PUSHER: pusherOf(parsed),
    BUCKET: bucketOf(parsed),
    MAIL: mailOf(parsed, publicUrl, from, sandbox),
    VAPID: vapidOf(parsed, parsed.AUTH_SECRET, `mailto:${from}`),
    GRAPH_VERSION: parsed.GRAPH_VERSION,
    proxies: proxiesOf(parsed, publicUrl),
    METRICS_TOKEN: parsed.METRICS_TOKEN,
    COMPTOIR_DATA: parsed.COMPTOIR_DATA,
    LOG_LEVEL: parsed.LOG_LEVEL,
    /** By which the sandbox's mailbox knows that a mail is ours. */
    sandboxMailToken: derivedToken(parsed.AUTH_SECRET, "sandbox mail"),
    sandbox,
    dev: parsed.COMPTOIR_DEV === "1",
  });
}

export type Env = ReturnType<typeof readSettings>;

let settings: Env | undefined;

/** The settings of this process, read and checked once. */
export function env(): Env {
  settings ??= readSettings(process.env);
  return settings;
}
