/** What a person is told: being connected is silent, a short break is "connecting", a longer one "offline". */
export type LiveState = "connecting" | "connected" | "offline";

/**
 * The state to show after pusher-js reports one of its own. Once offline, attempts do not flicker: only a connection
 * ends it. "disconnected" is also what a fresh attempt passes through, so it says nothing by itself.
 */
export function nextState(shown: LiveState, reported: string): LiveState {
  if (reported === "connected") return "connected";
  if (reported === "unavailable" || reported === "failed") return "offline";
  if (reported === "connecting") return shown === "offline" ? "offline" : "connecting";
  return shown;
}
