import {
  Flag,
  Hourglass,
  IdCard,
  ListChecks,
  MessageCircle,
  Rows3,
  SquareSlash,
  Tag,
  TrendingUp,
  Users,
} from "lucide-react";
import type { Messages } from "#lib/i18n/messages";
import type { MemberActor } from "#lib/shops/actor";
import type { SettingsSection } from "./settings-nav";

/** The sections a member may open. */
export function settingsSections(
  { shopSlug, role }: Pick<MemberActor, "shopSlug" | "role">,
  {
    team,
    messengerSettings,
    fieldSettings,
    identitySettings,
    savedReplies,
    tagSettings,
    widgetSettings,
    reports,
    keptTimes,
    firstSteps,
  }: Messages,
): SettingsSection[] {
  const at = (part: string) => `/s/${shopSlug}/settings/${part}`;
  const messenger = {
    href: at("messenger"),
    label: messengerSettings.title,
    icon: <TrendingUp aria-hidden="true" size={16} />,
  };
  const identity = {
    href: at("identity"),
    label: identitySettings.title,
    icon: <IdCard aria-hidden="true" size={16} />,
  };
  const widget = {
    href: at("widget"),
    label: widgetSettings.title,
    icon: <MessageCircle aria-hidden="true" size={16} />,
  };
  const people = { href: at("team"), label: team.title, icon: <Users aria-hidden="true" size={16} /> };
  const replies = {
    href: at("saved-replies"),
    label: savedReplies.title,
    icon: <SquareSlash aria-hidden="true" size={16} />,
  };
  const tags = { href: at("tags"), label: tagSettings.title, icon: <Tag aria-hidden="true" size={16} /> };
  const fields = { href: at("fields"), label: fieldSettings.title, icon: <Rows3 aria-hidden="true" size={16} /> };
  const reported = { href: at("reports"), label: reports.title, icon: <Flag aria-hidden="true" size={16} /> };
  const kept = { href: at("retention"), label: keptTimes.title, icon: <Hourglass aria-hidden="true" size={16} /> };
  const steps = { href: at("first-steps"), label: firstSteps.title, icon: <ListChecks aria-hidden="true" size={16} /> };
  return role === "agent"
    ? [people, replies, reported]
    : [
        widget,
        messenger,
        identity,
        people,
        replies,
        tags,
        fields,
        reported,
        steps,
        ...(role === "owner" ? [kept] : []),
      ];
}
