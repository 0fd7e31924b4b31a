import { headers } from "next/headers";
import { z } from "zod";
import type { MemberActor, Person } from "#lib/shops/actor";
import { recordingDenials } from "#lib/shops/record-act";
import { clientAddress } from "./client-address";
import { type Limit, limit } from "./limit";
import { type Outcome, parseInput, problemOf } from "./outcome";
import { requestContext } from "./request";
import { requireMember, requirePerson } from "./session";

/**
 * A server action for members: the session gives the actor, the schema the input, the command does the rest. The
 * command itself refuses what the actor's role may not do. A refusal comes back as a value, never thrown. With
 * `limitTo` it is done no more often than that by one member.
 */
export function memberAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: MemberActor, input: z.output<S>) => Promise<T>,
  limitTo?: Limit,
) {
  return async (shopSlug: string, input: z.input<S>): Promise<Outcome<T>> =>
    settle(async () => {
      const actor = await requireMember(parseInput(z.string().max(64), shopSlug));
      if (limitTo) await limit(limitTo, actor.memberId);
      return recordingDenials(actor, async () => command(actor, parseInput(schema, input)));
    });
}

/** A server action for anybody who is signed in. With `limitTo` it is done no more often than that by one person. */
export function personAction<S extends z.ZodType, T>(
  schema: S,
  command: (person: Person, input: z.output<S>) => Promise<T>,
  limitTo?: Limit,
) {
  return async (input: z.input<S>): Promise<Outcome<T>> =>
    settle(async () => {
      const person = await requirePerson();
      if (limitTo) await limit(limitTo, person.id);
      return command(person, parseInput(schema, input));
    });
}

/** A server action for anybody, signed in or not. With `limitTo` it is done no more often than that from one address. */
export function openAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>) => Promise<T>,
  limitTo?: Limit,
) {
  return async (input: z.input<S>): Promise<Outcome<T>> =>
    settle(async () => {
      if (limitTo) await limit(limitTo, clientAddress({ headers: await headers() }));
      return command(parseInput(schema, input));
    });
}

async function settle<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const { locale, requestId } = await requestContext();
    return { ok: false, problem: problemOf(error, locale, requestId) };
  }
}
