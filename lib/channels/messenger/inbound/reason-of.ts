/** Why an item could not be processed, as its owner is told; each is a key of the catalogue `messengerSettings.reasons`. */
export type Reason = "no_address" | "away" | "gone" | "too_large" | "forbidden" | "shape" | "failed";

/** What `OutboundRefused` calls what stood in the way of a file. */
const OF_FILES: Record<string, Reason> = {
  no_address: "no_address",
  malformed: "forbidden",
  scheme: "forbidden",
  credentials: "forbidden",
  port: "forbidden",
  address: "forbidden",
  redirect: "forbidden",
  too_large: "too_large",
  timed_out: "away",
  unreachable: "away",
  unresolved: "away",
};

const STATUS = /^status_(\d{3})$/;
/** A place in an item and what is wrong there, as `problemOf` writes it; the name of an error begins with a capital. */
const SHAPE = /^[a-z_][\w.-]*: /;

/** The reason behind a kept problem. */
export function reasonOf(problem: string | null): Reason {
  if (problem === null) return "failed";
  const status = STATUS.exec(problem)?.[1];
  if (status) return status.startsWith("5") || status === "429" ? "away" : "gone";
  return OF_FILES[problem] ?? (SHAPE.test(problem) ? "shape" : "failed");
}
