import { eq } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { persons } from "#db/schema/persons";

/** What a login with Facebook tells of somebody's picture. Source: `/me?fields=picture`. */
const Shown = z.object({ picture: z.object({ data: z.object({ url: z.url({ protocol: /^https?$/ }).max(2_000) }) }) });

/**
 * Keeps the picture that a login shows, in place of the earlier one: the platform's addresses of pictures end after a
 * while, and a member's persona in Messenger needs one that answers. A login without one changes nothing.
 */
export async function keepPicture(personId: string, profile: unknown): Promise<void> {
  const shown = Shown.safeParse(profile).data;
  if (!shown) return;
  await outsideShops((tx) => tx.update(persons).set({ image: shown.picture.data.url }).where(eq(persons.id, personId)));
}
