import type { Metadata } from "next";
import { findMailStop } from "#lib/connect/stop-answer-mails";
import { EmptyState } from "#ui/empty-state";
import { getMessages } from "../../../_i18n/server";
import { JoinFrame } from "../../../join/[token]/_parts/join-frame";
import { StopButton } from "./_parts/stop-button";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).mailLinks.stopTitle, referrer: "no-referrer" };
}

/** Ends mails about answers from one shop: one press, no sign-in. */
export default async function MailStopPage({ params }: Props) {
  const { token } = await params;
  const [{ mailLinks }, found] = await Promise.all([getMessages(), findMailStop(token)]);
  return (
    <JoinFrame>
      {found ? (
        <StopButton token={token} shop={found.shop} />
      ) : (
        <EmptyState level={1} title={mailLinks.over} text={mailLinks.overText} />
      )}
    </JoinFrame>
  );
}
