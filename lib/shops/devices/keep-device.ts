import { and, desc, eq, inArray } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { devices } from "#db/schema/devices";
import { sessions } from "#db/schema/persons";
import type { Person } from "../actor";
import type { KeepDevice } from "../input";

/** Browsers that one person is told on at most; the one kept longest gives way. */
const MOST_DEVICES = 20;

/** Tells this browser from now on, as long as its session lives. Said again, it takes the place of what was said. */
export async function keepDevice({ id: personId, sessionId }: Person, device: KeepDevice): Promise<void> {
  await outsideShops(async (tx) => {
    const { endpoint, audience, ...said } = device;
    await tx
      .insert(devices)
      .values({ endpoint, audience, sessionId, ...said })
      .onConflictDoUpdate({ target: [devices.endpoint, devices.audience], set: { sessionId, ...said } });
    const older = await tx
      .select({ id: devices.id })
      .from(devices)
      .innerJoin(sessions, eq(sessions.id, devices.sessionId))
      .where(and(eq(sessions.personId, personId), eq(devices.audience, audience)))
      .orderBy(desc(devices.createdAt), desc(devices.id))
      .offset(MOST_DEVICES);
    if (older.length > 0)
      await tx.delete(devices).where(
        inArray(
          devices.id,
          older.map(({ id }) => id),
        ),
      );
  });
}
