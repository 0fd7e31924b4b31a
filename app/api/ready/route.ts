import { connection } from "next/server";
import { checkReadiness } from "#lib/http/readiness";

/** Ready: 200 when the database, its schema, the jobs and the live updates all answer, else 503 with what does not. */
export async function GET(): Promise<Response> {
  await connection();
  const { ready, checks } = await checkReadiness();
  return Response.json({ ready, ...checks }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
