import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { MINUTE } from "#lib/core/clock";
import type { GraphUsage } from "./graph-error";

/** Limits of the app, the Page and the business; the values are percentages. Source: Messenger reference §4. */
const HEADERS = ["x-app-usage", "x-page-usage", "x-business-use-case-usage"] as const;

const Usage = z.object({
  call_count: z.number().optional(),
  total_time: z.number().optional(),
  total_cputime: z.number().optional(),
  estimated_time_to_regain_access: z.number().optional(),
});
const ByBusiness = z.record(z.string(), z.array(Usage));

/** How full the fullest limit is, and the rest the platform or a `Retry-After` header asks for. */
export function readUsage(headers: IncomingHttpHeaders): GraphUsage {
  const found = HEADERS.flatMap((name) => read(headers[name]));
  const percent = Math.max(
    0,
    ...found.flatMap(({ call_count = 0, total_time = 0, total_cputime = 0 }) => [
      call_count,
      total_time,
      total_cputime,
    ]),
  );
  const minutes = Math.max(0, ...found.map((usage) => usage.estimated_time_to_regain_access ?? 0));
  const seconds = Number(headers["retry-after"]);
  return { percent, restMs: Math.max(minutes * MINUTE, Number.isFinite(seconds) ? seconds * 1_000 : 0) };
}

function read(header: string | string[] | undefined): z.output<typeof Usage>[] {
  if (typeof header !== "string") return [];
  try {
    const value: unknown = JSON.parse(header);
    const byBusiness = ByBusiness.safeParse(value);
    if (byBusiness.success) return Object.values(byBusiness.data).flat();
    const usage = Usage.safeParse(value);
    return usage.success ? [usage.data] : [];
  } catch {
    return [];
  }
}
