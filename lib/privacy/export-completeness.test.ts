import { expect, it } from "vitest";
import { owner } from "#db/owner-fixture";
import { newId } from "#lib/core/ids";
import { browser } from "#lib/http/next-headers-fixture";
import { type Answer, answerOf } from "#lib/http/route-fixture";
import { plant } from "#lib/worker/canary-fixture";

/** Places with words of a shopper that are in no copy, each with why. */
const IN_NO_COPY: Record<string, string> = {
  "attachments.source_url": "where a platform keeps a file that is in the copy itself",
  "connect_requests.return_to": "the page a login comes back to; gone within the hour",
  "contact_exports.filter": "what a member looked for; gone within the day",
  "drafts.body": "what a member has not said to her",
  "early_changes.change": "a change of a message that has not come yet; it is there with that message",
  "imports.file_name": "a member's file; what came of it stands with the contact",
  "inbound_items.item": "a message that could not be read yet; it is there once it can be",
  "messages.event": "a line for members, of what stands elsewhere in the copy",
};

/** Places that are in the copy which the shop prepares, and not in the one she takes, each with why. */
const IN_THE_SHOPS_COPY: Record<string, string> = {
  "contact_field_values.value": "written by members, perhaps of somebody who was joined with her",
  "contact_notes.body": "written by members, perhaps of somebody who was joined with her",
  "shop_accounts.user_id": "the shop's own word of whose account it is",
  "shop_accounts.verified_email": "the shop's own word of whose address it is",
};

/** Places that are in the copy which she takes, and in no shop's. */
const IN_HER_OWN_COPY: Record<string, string> = {
  "persons.name": "her login, which belongs to no shop",
};

const SESSION = "__Host-comptoir-session";

/**
 * Gives each place where the canary stands a name of its own, `canary.table.column`, so that a copy tells which places it
 * holds. The places are read from the catalogue of the database, so that a new column is among them.
 */
async function namePlaces(shopId: string, canary: string): Promise<string[]> {
  return owner().begin(async (sql) => {
    await sql`select set_config('app.shop_id', ${shopId}, true)`;
    const columns = await sql<{ table: string; column: string; type: string }[]>`
      select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'sandbox\\_%'
        and c.data_type in ('text', 'jsonb') and c.is_generated = 'NEVER' order by 1, 2`;
    const named: string[] = [];
    for (const { table, column, type } of columns) {
      const place = `${table}.${column}`;
      const [at, kind] = [sql(column), type === "jsonb" ? sql`jsonb` : sql`text`];
      const stands = sql`position(${canary} in ${at}::text) > 0`;
      const [held] = await sql`select 1 from ${sql(table)} where ${stands} limit 1`;
      if (!held) continue;
      await sql`update ${sql(table)} set ${at} = replace(${at}::text, ${canary}, ${`${canary}.${place}`})::${kind}
        where ${stands}`;
      named.push(place);
    }
    return named;
  });
}

it("GDPR-03: a copy of her data holds every place where words of hers stand, or it is said why not", async () => {
  const canary = `canari${newId().slice(-12)}`;
  const { shop, owner: member, person, contactId } = await plant(canary);
  const places = await namePlaces(shop.id, canary);
  expect(places.length).toBeGreaterThan(20);
  const missingIn = ({ status, body }: Answer) => {
    expect(status).toBe(200);
    const copy = JSON.stringify(body);
    return places.filter((place) => !copy.includes(`${canary}.${place}`));
  };
  browser.cookies.set(SESSION, { value: person.token });
  const hers = missingIn(await answerOf("app/me/data/route.ts", "GET", {}));
  const headers = { cookie: `${SESSION}=${member.person.token}` };
  const params = { shop: shop.slug, contact: contactId };
  const theirs = missingIn(
    await answerOf("app/api/v1/shops/[shop]/contacts/[contact]/data/route.ts", "GET", params, { headers }),
  );
  expect(hers).toEqual(Object.keys({ ...IN_NO_COPY, ...IN_THE_SHOPS_COPY }).sort());
  expect(theirs).toEqual(Object.keys({ ...IN_NO_COPY, ...IN_HER_OWN_COPY }).sort());
});
