import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { Refusal } from "./refusal";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");
const kept = (make: () => string) => z.string().min(1).prefault(make);

/** Keys of a newer build are kept as they are, so going back to this one loses nothing. */
const Secrets = z.looseObject({
  postgres: z
    .looseObject({ superuser: kept(() => random(24)), owner: kept(() => random(24)), app: kept(() => random(24)) })
    .prefault({}),
  authSecret: kept(() => random(32)),
  encryptionKeys: kept(() => `k1:${randomBytes(32).toString("base64")}`),
  hub: z.looseObject({ key: kept(() => random(15)), secret: kept(() => random(24)) }).prefault({}),
  sandboxClientSecret: kept(() => random(24)),
  metricsToken: kept(() => random(24)),
});
export type Secrets = z.output<typeof Secrets>;

/**
 * The secrets kept in `file`, made once: what is missing is added, what is there is never changed. The file is
 * readable by its owner only. Passwords hold only letters, digits, `-` and `_`, so they need no quoting.
 */
export function keepSecrets(file: string): Secrets {
  const before = read(file);
  const parsed = Secrets.safeParse(before);
  if (!parsed.success) throw new Refusal(`${file} is damaged: put a good copy back, or move it away with its folder.`);
  if (JSON.stringify(parsed.data) !== JSON.stringify(before)) write(file, parsed.data);
  return parsed.data;
}

function read(file: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    chmodSync(file, 0o600);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    if (error instanceof SyntaxError) return null;
    throw new Refusal(
      `${file} cannot be read: run as the person who owns it, or set COMPTOIR_DATA to another folder.`,
      {
        cause: error,
      },
    );
  }
}

function write(file: string, secrets: Secrets) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
