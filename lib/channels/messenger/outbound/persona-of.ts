import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { personas } from "#db/schema/messenger";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { firstName } from "#lib/shops/actor";
import { callGraph, GraphError } from "../graph";
import type { Claimed } from "./claim-next";

/** Stands for a persona that the platform did not take: the member writes in the Page's own name. */
const NOT_TAKEN = "";

const Created = z.object({ id: z.union([z.string(), z.number()]).transform(String) });

type Writing = Pick<Claimed, "message" | "page">;

/**
 * Under which name and picture a member's message goes: hers, made on first use, and anew when either has changed. Null
 * where the message is nobody's, where she has no picture, and where the platform takes no personas; none of that holds
 * a message back.
 */
export async function personaOf(shopId: string, { message, page }: Writing): Promise<string | null> {
  const { memberId } = message;
  if (memberId === null) return null;
  const { channelId, pageId, token } = page;
  const who = await readWriter(shopId, memberId, channelId);
  const picture = who?.image && /^https?:\/\//.test(who.image) ? who.image : null;
  if (!who || !picture) return null;
  const name = firstName(who.name);
  const { persona } = who;
  if (persona && persona.name === name && persona.pictureUrl === picture) return persona.externalId || null;
  const externalId = await create({ path: `${pageId}/personas`, token, body: { name, profile_picture_url: picture } });
  if (externalId === null) return persona?.externalId || null;
  const made = { externalId, name, pictureUrl: picture };
  await inShop(shopId, (tx) =>
    tx
      .insert(personas)
      .values({ shopId, channelId, memberId, ...made })
      .onConflictDoUpdate({ target: [personas.channelId, personas.memberId], set: made }),
  );
  return externalId || null;
}

/** The platform did not take a message under this name: from now on it goes in the Page's own. */
export async function givePersonaUp(shopId: string, { message, page }: Writing): Promise<void> {
  if (message.memberId === null) return;
  const whose = and(
    eq(personas.shopId, shopId),
    eq(personas.channelId, page.channelId),
    eq(personas.memberId, message.memberId),
  );
  await inShop(shopId, (tx) => tx.update(personas).set({ externalId: NOT_TAKEN }).where(whose));
}

async function readWriter(shopId: string, memberId: string, channelId: string) {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ name: persons.name, image: persons.image, persona: personas })
      .from(members)
      .innerJoin(persons, eq(persons.id, members.personId))
      .leftJoin(
        personas,
        and(eq(personas.shopId, members.shopId), eq(personas.memberId, members.id), eq(personas.channelId, channelId)),
      )
      .where(and(eq(members.shopId, shopId), eq(members.id, memberId)));
    return found ?? null;
  });
}

/** The new persona's id, the sign that none is taken, or null when it is to be tried with the next message. */
async function create(call: Parameters<typeof callGraph>[0]): Promise<string | null> {
  try {
    return Created.parse(await callGraph(call)).id;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.code === 100 ? NOT_TAKEN : null;
  }
}
