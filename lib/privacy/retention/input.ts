import { z } from "zod";
import { COUNTED_MOST, TIME_CHOICES } from "./choices";

const { messages, prospects, customers } = TIME_CHOICES;

export const CountOver = z.strictObject({
  messages: z.literal([...messages]),
  prospects: z.literal([...prospects]),
  customers: z.literal([...customers]),
});
export type CountOver = z.output<typeof CountOver>;

const Counted = z
  .number()
  .int()
  .min(0)
  .max(COUNTED_MOST + 1);

/** `seen`: how much would end, as it was shown; a shorter time is not saved without. */
export const SaveTimes = CountOver.extend({
  seen: z.strictObject({ messages: Counted, contacts: Counted }).optional(),
});
export type SaveTimes = z.output<typeof SaveTimes>;
