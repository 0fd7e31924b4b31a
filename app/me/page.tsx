import type { Metadata } from "next";
import { listMyShops } from "#lib/connect/list-my-shops";
import { currentPerson } from "#lib/http/session";
import { getLocale, getMessages } from "../_i18n/server";
import { getTheme } from "../_preferences/get-theme";
import { MyPlace } from "./_parts/my-place";
import { MyShops } from "./_parts/my-shops";
import { SignIn } from "./_parts/sign-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).me.title };
}

export default async function MePage() {
  const [person, locale, theme] = await Promise.all([currentPerson(), getLocale(), getTheme()]);
  if (!person)
    return (
      <MyPlace name={null} theme={theme}>
        <SignIn />
      </MyPlace>
    );
  const mine = await listMyShops(person, locale);
  return (
    <MyPlace name={person.name} theme={theme}>
      <MyShops
        key={`${person.id} ${locale}`}
        person={{ id: person.id, name: person.name }}
        mine={mine}
        drawnAt={new Date().toISOString()}
      />
    </MyPlace>
  );
}
