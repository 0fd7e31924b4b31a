import type { Metadata } from "next";
import { contrastText } from "#lib/connect/contrast";
import { currentPerson } from "#lib/http/session";
import { problemSentence } from "#lib/i18n/problem";
import { findInvitation } from "#lib/shops/find-invitation";
import { getFormat, getMessages } from "../../_i18n/server";
import { EndedInvitation } from "./_parts/ended-invitation";
import { OpenInvitation } from "./_parts/open-invitation";
import { joinShopAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).join.pageTitle };
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([findInvitation(token), currentPerson()]);
  const [messages, format] = await Promise.all([getMessages(), getFormat(invitation?.timeZone)]);
  if (invitation?.state !== "open") {
    const key = invitation ? `invitation_${invitation.state}` : "invitation_unknown";
    return (
      <EndedInvitation
        reason={problemSentence(messages, format, key, invitation ? { date: invitation.expiresAt } : {})}
      />
    );
  }
  return (
    <OpenInvitation
      invitation={{ ...invitation, onColour: contrastText(invitation.colour) }}
      personName={person?.name ?? null}
      loginHref={`/login?switch=1&callbackUrl=${encodeURIComponent(`/join/${token}`)}`}
      accept={joinShopAction.bind(null, { token })}
    />
  );
}
