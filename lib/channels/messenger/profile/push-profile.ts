import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { messengerProfiles } from "#db/schema/messenger";
import { MINUTE, now } from "#lib/core/clock";
import { callGraph, GraphError } from "../graph";
import { delayOf, isPassing, isPermission } from "../pace";
import { type OpenPage, pageOf } from "../page-of";
import { channelWorked } from "../pages/events";
import { pausePage } from "../pages/pause-page";
import { troubleOf } from "../pages/troubles";
import { languagesOf } from "./languages-of";
import { isSameProfile, PlatformProfile, PROFILE_FIELDS, toPlatform } from "./platform-profile";
import { isMenuFull, KeptProfile } from "./profile";
import { type ProfileProblem, queuePush, readProfile } from "./save-profile";

export const ProfileJob = z.object({ shopId: z.uuid(), channelId: z.uuid() });
type Job = z.output<typeof ProfileJob>;

/** Ten calls in ten minutes for each Page; a push takes at most three. Source: Messenger reference, rate limits. */
const MOST_CALLS = 10;
const CALLS_WINDOW_MS = 10 * MINUTE;
const CALLS_OF_A_PUSH = 3;
/** Longer than a push may take: a job that was silent for so long was killed, and another takes its place. */
const SILENCE_MS = MINUTE;

type Push = { version: number; page: OpenPage & { token: string }; wanted: PlatformProfile };
type End = { state: "live" | "failed"; problem: ProfileProblem | null } | { rest: number };

/**
 * Puts a saved profile on its Page and reads it back: it is live when the platform says the same. Waits when ten calls
 * were made in ten minutes. Run twice it does the same again, which changes nothing.
 */
export async function pushProfile(job: Job): Promise<void> {
  const push = await begin(job);
  if (push) await settle(job, push.version, await send(job, push));
}

async function begin(job: Job): Promise<Push | null> {
  const { shopId, channelId } = job;
  return inShop(shopId, async (tx) => {
    const row = await readProfile(tx, shopId, channelId, true);
    if (row?.state !== "pushing") return null;
    const page = await pageOf(tx, shopId, channelId);
    const at = now();
    const recent = row.calls.filter((call) => at.getTime() - Date.parse(call) < CALLS_WINDOW_MS);
    const oldest = recent[recent.length + CALLS_OF_A_PUSH - MOST_CALLS - 1];
    const mine = and(eq(messengerProfiles.shopId, shopId), eq(messengerProfiles.channelId, channelId));
    const { pausedAt, disconnectedAt, token } = page;
    const profile = KeptProfile.parse(row.profile);
    const paused = pausedAt || disconnectedAt || token === null;
    if (paused || isMenuFull(profile)) {
      const problem: ProfileProblem = paused ? "page_paused" : "menu_full";
      await tx.update(messengerProfiles).set({ state: "failed", problem }).where(mine);
      await channelWorked.record(tx, shopId, { channelId });
      return null;
    }
    if (oldest !== undefined) {
      await tx.update(messengerProfiles).set({ calls: recent, problem: "resting" }).where(mine);
      await queuePush(tx, job, new Date(Date.parse(oldest) + CALLS_WINDOW_MS));
      await channelWorked.record(tx, shopId, { channelId });
      return null;
    }
    const calls = [...recent, ...Array.from({ length: CALLS_OF_A_PUSH }, () => at.toISOString())];
    await tx.update(messengerProfiles).set({ calls }).where(mine);
    await queuePush(tx, job, new Date(at.getTime() + SILENCE_MS));
    const wanted = toPlatform(profile, await languagesOf(tx, shopId));
    return { version: row.version, page: { ...page, token }, wanted };
  });
}

async function send(job: Job, { page: { pageId, token }, wanted }: Push): Promise<End> {
  const path = `${pageId}/messenger_profile`;
  const gone = PROFILE_FIELDS.filter((field) => wanted[field] === undefined).reverse();
  try {
    if (gone.length > 0) await callGraph({ path, token, method: "DELETE", body: { fields: gone } });
    if (gone.length < PROFILE_FIELDS.length) await callGraph({ path, token, body: wanted });
    const answer = await callGraph({ path, token, query: { fields: PROFILE_FIELDS.join(",") } });
    const read = z.object({ data: z.array(PlatformProfile) }).safeParse(answer);
    const same = read.success && isSameProfile(wanted, read.data.data[0] ?? {});
    return same ? { state: "live", problem: null } : { state: "failed", problem: "differs" };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return endOf(job, error);
  }
}

async function endOf({ shopId, channelId }: Job, error: GraphError): Promise<End> {
  const trouble = troubleOf(error);
  if (trouble) {
    await inShop(shopId, (tx) => pausePage(tx, { shopId, channelId, trouble }));
    return { state: "failed", problem: "page_paused" };
  }
  if (isPassing(error.code)) return { rest: delayOf(1, Math.max(error.usage.restMs, MINUTE)) };
  return { state: "failed", problem: isPermission(error.code) ? "permission" : "refused" };
}

/** Notes how it ended, unless a later version was saved meanwhile: that one has a job of its own. */
async function settle(job: Job, version: number, end: End): Promise<void> {
  const { shopId, channelId } = job;
  await inShop(shopId, async (tx) => {
    const row = await readProfile(tx, shopId, channelId, true);
    if (row?.version !== version) return;
    if ("rest" in end) await queuePush(tx, job, new Date(now().getTime() + end.rest));
    await tx
      .update(messengerProfiles)
      .set("rest" in end ? { problem: "resting" } : { ...end, ...(end.state === "live" ? { verifiedAt: now() } : {}) })
      .where(and(eq(messengerProfiles.shopId, shopId), eq(messengerProfiles.channelId, channelId)));
    await channelWorked.record(tx, shopId, { channelId });
  });
}
