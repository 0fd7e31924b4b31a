import { z } from "zod";
import { AppError, refused } from "#lib/core/errors";
import { GraphError } from "../graph";

/** Failures of the platform or of the way to it, which pass by themselves. Source: Messenger error table. */
const PASSING = new Set([1, 2, 4, 32, 613, 1_200]);
const ENDED = new Set([102, 190]);

export const isPassing = (error: unknown): boolean =>
  error instanceof GraphError && (error.code === null || PASSING.has(error.code));

/** What a member reads when Facebook refused, or could not be asked; anything else is a bug and stays as it is. */
function facebookRefusal(error: unknown): unknown {
  if (error instanceof z.ZodError || isPassing(error)) return new AppError("unavailable", "facebook_unreachable");
  if (!(error instanceof GraphError)) return error;
  if (error.code !== null && ENDED.has(error.code)) return refused("facebook_login_ended");
  return refused("facebook_refused", { n: [error.code, error.subcode].filter((one) => one !== null).join("/") });
}

/** Runs what asks Facebook on behalf of a member. */
export async function askingFacebook<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw facebookRefusal(error);
  }
}
