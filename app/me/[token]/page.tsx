import type { Metadata } from "next";
import { findByLink } from "#lib/connect/by-link";
import { now } from "#lib/core/clock";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { TextLink } from "#ui/text-link";
import { getLocale, getMessages } from "../../_i18n/server";
import { getTheme } from "../../_preferences/get-theme";
import { MyPlace } from "../_parts/my-place";
import { MyZone } from "../_parts/my-zone";
import { LinkedPermissions } from "./_parts/linked-permissions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ stop?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).me.title, robots: { index: false, follow: false } };
}

/** What one shop may send, for whoever holds the link from one of its messages. Looking changes nothing. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ token }, locale, theme, { myPlace }] = await Promise.all([params, getLocale(), getTheme(), getMessages()]);
  const [shop, { stop }] = await Promise.all([findByLink(token, locale), searchParams]);
  return (
    <MyPlace name={null} theme={theme}>
      <MyZone first={shop?.timeZone ?? "UTC"} drawnAt={now().toISOString()}>
        {shop ? (
          <LinkedPermissions token={token} shop={shop} stopsOffers={stop === "offers"} />
        ) : (
          <Card className="mx-auto max-w-120">
            <EmptyState
              level={1}
              title={myPlace.linkOver}
              text={myPlace.linkOverText}
              action={<TextLink href="/me/permissions">{myPlace.signInForAll}</TextLink>}
            />
          </Card>
        )}
      </MyZone>
    </MyPlace>
  );
}
