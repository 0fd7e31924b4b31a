import { readAnchors } from "#lib/contacts/anchor-files";
import { ledgerEnds } from "#lib/contacts/anchor-ledgers";
import { verifyChain } from "#lib/contacts/verify-chain";
import type { Finding } from "./finding";

/** Whether every shop's ledger of permissions is whole, and as it was anchored outside the database. */
export async function checkLedger(): Promise<Finding[]> {
  const { ofShop, files, damaged } = await readAnchors();
  const findings: Finding[] = [];
  let records = 0;
  const shops = new Set(ofShop.keys());
  for await (const { shop } of ledgerEnds()) shops.add(shop);
  for (const shop of shops) {
    const check = await verifyChain(shop, { anchors: ofShop.get(shop) ?? [] });
    records += check.records;
    if (check.broken) {
      const { number, problem } = check.broken;
      const found = `shop ${shop}: record ${number} is ${problem}`;
      findings.push({ what: "Permission ledger", state: "failed", found, advice: "compare with a backup of that day" });
    }
  }
  for (const file of damaged)
    findings.push({
      what: "Ledger anchor",
      state: "failed",
      found: `${file} in the folder ledger was not signed with this key, or was changed`,
      advice: "put back LEDGER_KEY or AUTH_SECRET as it was, or the file from a backup",
    });
  if (findings.length > 0) return findings;
  return [{ what: "Permission ledger", state: "well", found: `${records} records whole, ${files} days anchored` }];
}
