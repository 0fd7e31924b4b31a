import type { ReactNode } from "react";
import { now } from "#lib/core/clock";
import { currentPerson } from "#lib/http/session";
import type { Locale } from "#lib/i18n/locales";
import { mailIsOn } from "#lib/mail/mail-is-on";
import { liveSettings } from "#lib/realtime/live-settings";
import type { Person } from "#lib/shops/actor";
import { getLocale } from "../_i18n/server";
import { getTheme } from "../_preferences/get-theme";
import { RealtimeProvider } from "../_realtime/provider";
import { LiveMine } from "./_parts/live-mine";
import type { MyTab } from "./_parts/my-nav";
import { MyPlace } from "./_parts/my-place";
import { MyZone } from "./_parts/my-zone";
import { SignIn } from "./_parts/sign-in";

type Drawn = { zone: string | undefined; content: ReactNode };
type Props = { tab: MyTab; draw: (person: Person, locale: Locale) => Promise<Drawn> };

/** A page of the shopper's own place: what `draw` gives for whoever is signed in, the way in for whoever is not. */
export async function MyPage({ tab, draw }: Props) {
  const [person, locale, theme] = await Promise.all([currentPerson(), getLocale(), getTheme()]);
  const drawn = person ? await draw(person, locale) : null;
  if (!person || !drawn)
    return (
      <MyPlace name={null} theme={theme}>
        <SignIn mail={mailIsOn()} />
      </MyPlace>
    );
  return (
    <RealtimeProvider settings={liveSettings()}>
      <LiveMine personId={person.id} />
      <MyPlace name={person.name} theme={theme} tab={tab}>
        <MyZone first={drawn.zone ?? "UTC"} drawnAt={now().toISOString()}>
          {drawn.content}
        </MyZone>
      </MyPlace>
    </RealtimeProvider>
  );
}
