import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messengerProfiles } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { OneChannel } from "../history/input";
import { pageOf } from "../page-of";
import { channelWorked } from "../pages/events";
import { languagesOf } from "./languages-of";
import { NO_WORDS } from "./limits";
import { isMenuFull, KeptProfile, type Profile, type ProfileLocale, type SaveProfile } from "./profile";

/** Why a profile is not on the Page: keys of the catalogue `messengerProfile.problems`. */
const PROFILE_PROBLEMS = ["resting", "page_paused", "refused", "differs", "permission", "menu_full"] as const;
export type ProfileProblem = (typeof PROFILE_PROBLEMS)[number];

export type ProfileView = {
  channelId: string;
  pageName: string;
  /** 0 until it was saved once. */
  version: number;
  profile: Profile;
  /** The shop's languages; the first is what everybody else is shown. */
  locales: ProfileLocale[];
  /** `live`: read back from the platform and the same. */
  state: "draft" | "pushing" | "live" | "failed";
  problem: ProfileProblem | null;
  verifiedAt: string | null;
};

type Row = typeof messengerProfiles.$inferSelect;

/**
 * Keeps a Page's Messenger profile and queues its way to the platform. Refused when somebody saved another since
 * `version`, so that nobody's words are lost unseen.
 */
export async function saveProfile(actor: MemberActor, input: SaveProfile): Promise<ProfileView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  const { channelId, profile, version } = input;
  return inShop(shopId, async (tx) => {
    await livePage(tx, shopId, channelId);
    await tx
      .insert(messengerProfiles)
      .values({ shopId, channelId, profile: {}, state: "draft", version: 0 })
      .onConflictDoNothing();
    const row = await readProfile(tx, shopId, channelId, true);
    if (row?.version !== version) throw refused("profile_changed");
    await tx
      .update(messengerProfiles)
      .set({ profile, state: "pushing", problem: null, version: version + 1 })
      .where(and(eq(messengerProfiles.shopId, shopId), eq(messengerProfiles.channelId, channelId)));
    await queuePush(tx, { shopId, channelId }, now());
    await channelWorked.record(tx, shopId, { channelId });
    return viewProfile(tx, shopId, channelId);
  });
}

/** A Page's Messenger profile as the shop saved it; empty at first. For owners and admins. */
export async function loadProfile(actor: MemberActor, { channelId }: OneChannel): Promise<ProfileView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => viewProfile(tx, actor.shopId, channelId));
}

/** Queues the way of a profile to the platform; a later instant for the same Page replaces one that waits. */
export async function queuePush(tx: Tx, of: { shopId: string; channelId: string }, runAt: Date): Promise<void> {
  await addJob(tx, "pushProfile", of, { key: `profile:${of.channelId}`, runAt });
}

/** The stored profile, locked when it is to be changed; null until there is one. */
export async function readProfile(tx: Tx, shopId: string, channelId: string, lock: boolean): Promise<Row | null> {
  const found = tx
    .select()
    .from(messengerProfiles)
    .where(and(eq(messengerProfiles.shopId, shopId), eq(messengerProfiles.channelId, channelId)));
  const [row] = await (lock ? found.for("update") : found);
  return row ?? null;
}

async function livePage(tx: Tx, shopId: string, channelId: string) {
  const page = await pageOf(tx, shopId, channelId);
  if (page.disconnectedAt) throw notFound("channel");
  return page;
}

async function viewProfile(tx: Tx, shopId: string, channelId: string): Promise<ProfileView> {
  const page = await livePage(tx, shopId, channelId);
  const locales = await languagesOf(tx, shopId);
  const row = await readProfile(tx, shopId, channelId, false);
  const kept = KeptProfile.safeParse(row?.profile);
  const empty = { getStarted: true, words: Object.fromEntries(locales.map((locale) => [locale, NO_WORDS])) };
  return {
    channelId,
    pageName: page.name,
    version: row?.version ?? 0,
    profile: kept.success ? kept.data : empty,
    locales,
    state: row?.state ?? "draft",
    problem:
      kept.success && isMenuFull(kept.data)
        ? "menu_full"
        : (PROFILE_PROBLEMS.find((key) => key === row?.problem) ?? null),
    verifiedAt: row?.verifiedAt?.toISOString() ?? null,
  };
}
