import { publicKey } from "#lib/core/sign";

/** The key by which permission receipts and ledger anchors are checked, as a JSON Web Key. */
export function GET(): Response {
  return Response.json(publicKey(), { headers: { "cache-control": "public, max-age=3600" } });
}
