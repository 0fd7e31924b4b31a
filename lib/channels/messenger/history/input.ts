import { z } from "zod";

export const OneChannel = z.strictObject({ channelId: z.uuid() });
export type OneChannel = z.output<typeof OneChannel>;
