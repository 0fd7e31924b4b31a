import type { ProfileView } from "#lib/channels/messenger/profile/save-profile";
import type { BadgeTone } from "#ui/badge";

/** The colour that repeats how a profile stands. */
export const PROFILE_TONES: Record<ProfileView["state"], BadgeTone> = {
  draft: "neutral",
  pushing: "info",
  live: "success",
  failed: "danger",
};
