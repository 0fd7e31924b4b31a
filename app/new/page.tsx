import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { env } from "#lib/core/env";
import { currentPerson } from "#lib/http/session";
import { getMessages } from "../_i18n/server";
import { CreateShopPanel } from "./_parts/create-shop-panel";
import { checkSlugAction, createShopAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).shop.create.title };
}

export default async function NewShopPage() {
  const person = await currentPerson();
  if (!person) redirect("/login?callbackUrl=/new");
  const { host } = new URL(env().PUBLIC_URL);
  return (
    <CreateShopPanel
      personName={person.name}
      addressBase={`${host}/s/`}
      create={createShopAction}
      check={checkSlugAction}
    />
  );
}
