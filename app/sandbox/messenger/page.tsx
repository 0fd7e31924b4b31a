import "./phone.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { z } from "zod";
import { sandboxIsOn } from "#lib/sandbox/gate";
import { listPeople } from "#lib/sandbox/people/list-people";
import { storefrontOrigin } from "#lib/sandbox/storefront/origin";
import { getLocale, getMessages } from "../../_i18n/server";
import { Messenger } from "./_parts/messenger";
import { chosenPerson, loadState } from "./load-state";
import { PERSON_COOKIE } from "./remember-person";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const word = (most: number) => z.string().min(1).max(most).optional().catch(undefined);
const Query = z.object({ as: word(20), page: word(20), ref: word(2_083) });

export async function generateMetadata(): Promise<Metadata> {
  const { sandboxMessenger } = await getMessages();
  return { title: sandboxMessenger.title };
}

/** The sandbox's Messenger: a person's phone, the storefront, and what crosses the wire. m.me links land here. */
export default async function MessengerPage({ searchParams }: Props) {
  if (!sandboxIsOn()) notFound();
  const query = Query.parse(await searchParams);
  const [locale, jar, people] = await Promise.all([getLocale(), cookies(), listPeople()]);
  const person = await chosenPerson(query.as ?? jar.get(PERSON_COOKIE)?.value);
  if (!person) notFound();
  const state = await loadState(person, query.page, locale);
  return <Messenger initial={state} people={people} reference={query.ref ?? null} storefront={storefrontOrigin()} />;
}
