import { and, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "./actor";
import type { OneMember } from "./input";
import type { WorkingHours } from "./working-hours";

export type WorkingHoursView = {
  memberId: string;
  name: string;
  hours: WorkingHours | null;
  timeZone: string;
  you: boolean;
};

/** When a living member of the shop works, for whoever may set it: herself, owners and admins. */
export async function loadWorkingHours(actor: MemberActor, { memberId }: OneMember): Promise<WorkingHoursView> {
  const you = memberId === actor.memberId;
  if (!you && actor.role === "agent") throw notFound("member");
  return inShop(actor.shopId, async (tx) => {
    const [found] = await tx
      .select({ memberId: members.id, name: persons.name, hours: members.hours, timeZone: shops.timeZone })
      .from(members)
      .innerJoin(persons, eq(persons.id, members.personId))
      .innerJoin(shops, eq(shops.id, members.shopId))
      .where(and(eq(members.shopId, actor.shopId), eq(members.id, memberId), isNull(members.removedAt)));
    if (!found) throw notFound("member");
    return { ...found, you };
  });
}
