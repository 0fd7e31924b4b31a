import { notFound } from "next/navigation";
import { AppError } from "#lib/core/errors";

/** What `load` gives; a page of its own when the thing is not there or its address cannot be one. */
export async function orNotFound<T>(load: Promise<T>): Promise<T> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) notFound();
    throw error;
  }
}
