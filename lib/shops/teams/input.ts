import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { CAP_MAX, TEAM_NAME_MAX } from "./limits";

const MOST_MEMBERS = 500;

const Name = z.string().trim().min(1, "required").max(TEAM_NAME_MAX, "too_long").refine(isKeptAsIs, "message_nul");

/**
 * Without `teamId` a new team is made. `roundRobin`: what it is given goes to its members in turn, up to `cap` each.
 * `takesNew`: it is given new conversations, and no other team is.
 */
export const SaveTeam = z.strictObject({
  teamId: z.uuid().optional(),
  name: Name,
  memberIds: z.array(z.uuid()).max(MOST_MEMBERS, "too_long"),
  roundRobin: z.boolean(),
  takesNew: z.boolean(),
  cap: z.number().int().min(1, "required").max(CAP_MAX, "too_long"),
});
export type SaveTeam = z.output<typeof SaveTeam>;

export const OneTeam = z.strictObject({ teamId: z.uuid() });
export type OneTeam = z.output<typeof OneTeam>;
