import { z } from "zod";
import { OPTIONAL_SCOPES } from "./scopes";

const PageId = z.string().regex(/^\d{1,30}$/);

/** `optional` are the scopes asked for besides the needed ones; `again` asks for those she refused before. */
export const StartLogin = z.strictObject({
  optional: z.array(z.enum(OPTIONAL_SCOPES)).max(OPTIONAL_SCOPES.length),
  again: z.boolean(),
});
export type StartLogin = z.output<typeof StartLogin>;
export const ConnectPage = z.strictObject({ pageId: PageId });
export type ConnectPage = z.output<typeof ConnectPage>;
export const OnePage = z.strictObject({ channelId: z.uuid() });
export type OnePage = z.output<typeof OnePage>;
export const SwitchPage = z.strictObject({ channelId: z.uuid(), on: z.boolean() });
export type SwitchPage = z.output<typeof SwitchPage>;
