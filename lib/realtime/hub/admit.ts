import type { AppState } from "./app-state";
import { CODE, PROTOCOL_VERSION } from "./protocol";

const PATH = /^\/app\/([A-Za-z0-9_-]{1,64})$/;
const VERSION = /^\d{1,4}$/;

export type Admission = { ok: true; state: AppState } | { ok: false; code: number; reason: string };

/** "Connection": `/app/{key}?protocol=7`. The refusals are told after the handshake, by the code the socket closes with. */
export function admit(url: string, states: ReadonlyMap<string, AppState>, full: boolean): Admission {
  const [path = "", query = ""] = url.split("?", 2);
  const key = PATH.exec(path)?.[1];
  if (!key) return { ok: false, code: CODE.unknownPath, reason: "Path not found" };
  const state = states.get(key);
  if (!state) return { ok: false, code: CODE.unknownApp, reason: "Application does not exist" };
  if (state.app.enabled === false) return { ok: false, code: CODE.appDisabled, reason: "Application disabled" };

  const version = new URLSearchParams(query).get("protocol");
  if (!version) return { ok: false, code: CODE.noVersion, reason: "No protocol version supplied" };
  if (!VERSION.test(version)) return { ok: false, code: CODE.badVersion, reason: "Invalid version string format" };
  if (Number(version) !== PROTOCOL_VERSION)
    return { ok: false, code: CODE.unsupportedVersion, reason: "Unsupported protocol version" };

  if (state.connections.size >= (state.app.maxConnections ?? Number.POSITIVE_INFINITY))
    return { ok: false, code: CODE.overQuota, reason: "Application is over connection quota" };
  if (full) return { ok: false, code: CODE.overCapacity, reason: "Over capacity" };
  return { ok: true, state };
}
