import type { Metadata } from "next";
import { SEARCH_MAX } from "#lib/conversations/search-input";
import { searchShop } from "#lib/conversations/search-shop";
import { isKeptAsIs } from "#lib/core/kept-text";
import { getMessages } from "../../../_i18n/server";
import { pageMember } from "../page-member";
import { SearchPage } from "./_parts/search-page";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).search.title };
}

/** What an address asks to search; anything that cannot be searched is nothing. */
function askedIn(q: string | string[] | undefined): string {
  return typeof q === "string" && q.length <= SEARCH_MAX && isKeptAsIs(q) ? q : "";
}

export default async function ShopSearchPage({ params, searchParams }: Props) {
  const { shop: slug } = await params;
  const q = askedIn((await searchParams).q);
  const actor = await pageMember(slug, `/s/${slug}/search?q=${encodeURIComponent(q)}`);
  return <SearchPage initial={{ q, view: await searchShop(actor, { q }) }} longest={SEARCH_MAX} />;
}
