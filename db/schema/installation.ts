import { pgTable } from "drizzle-orm/pg-core";
import { id } from "./columns";

/** One row: what this database is called in files outside it. It goes wherever the rows go. */
export const installation = pgTable("installation", { id: id() });
