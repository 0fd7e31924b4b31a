import { redirect } from "next/navigation";
import { currentPerson } from "#lib/http/session";
import { isShopper } from "#lib/shops/is-shopper";
import { listMemberships } from "#lib/shops/list-memberships";

/** The front door: a member's counter, a shopper's own place, or the form that opens a shop. */
export default async function FrontPage() {
  const person = await currentPerson();
  if (!person) redirect("/login");
  const [shop] = await listMemberships(person.id);
  if (shop) redirect(`/s/${shop.slug}/inbox`);
  redirect((await isShopper(person.id)) ? "/me" : "/new");
}
