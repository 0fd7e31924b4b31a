import { join } from "node:path";
import { readSettings } from "#lib/core/env";
import type { Database } from "./database";
import { Refusal } from "./refusal";
import { keepSecrets } from "./secrets";

type Start = { folder: string; port: number; database: Database; dev: boolean };

/**
 * The environment of the web and worker processes: ours, with what a start on one machine decides. Secrets that are
 * not set are made and kept in the data folder, unless PUBLIC_URL names a public host: there a missing or weak one is
 * refused by its name.
 */
export function childSettings({ folder, port, database, dev }: Start): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...(isPublic(process.env.PUBLIC_URL) ? {} : keptSecrets(folder)),
    ...withoutEmpty(process.env),
    NODE_ENV: dev ? "development" : "production",
    ...(dev ? { COMPTOIR_DEV: "1" } : {}),
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    COMPTOIR_DATA: folder,
    COMPTOIR_PARENT_PID: String(process.pid),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return env;
}

/** The settings as the app will read them: refused here, in one sentence, rather than by each process in turn. */
export function checkSettings(env: NodeJS.ProcessEnv) {
  try {
    return readSettings(env);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function keptSecrets(folder: string) {
  const secrets = keepSecrets(join(folder, "secrets.json"));
  return {
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    HUB_KEY: secrets.hub.key,
    HUB_SECRET: secrets.hub.secret,
    SANDBOX_CLIENT_SECRET: secrets.sandboxClientSecret,
    METRICS_TOKEN: secrets.metricsToken,
  };
}

function isPublic(address: string | undefined) {
  if (!address || !URL.canParse(address)) return false;
  return !/^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}

function withoutEmpty(env: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
