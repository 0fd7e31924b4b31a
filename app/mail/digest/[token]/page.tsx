import type { Metadata } from "next";
import { findDigestStop } from "#lib/shops/notices/stop-digest";
import { EmptyState } from "#ui/empty-state";
import { getMessages } from "../../../_i18n/server";
import { JoinFrame } from "../../../join/[token]/_parts/join-frame";
import { StopMails } from "../../_parts/stop-mails";
import { stopDigestAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).mailLinks.stopTitle, referrer: "no-referrer" };
}

/** Ends a member's digest of one shop: one press, no sign-in. */
export default async function DigestStopPage({ params }: Props) {
  const { token } = await params;
  const [{ mailLinks }, found] = await Promise.all([getMessages(), findDigestStop(token)]);
  return (
    <JoinFrame>
      {found ? (
        <StopMails
          stop={stopDigestAction.bind(null, { token })}
          ask={mailLinks.digestAsk(found.shop)}
          text={mailLinks.digestText}
          stoppedText={mailLinks.digestStopped(found.shop)}
        />
      ) : (
        <EmptyState level={1} title={mailLinks.over} text={mailLinks.digestOverText} />
      )}
    </JoinFrame>
  );
}
