import { inShop } from "#db/in-shop";
import { imports } from "#db/schema/imports";
import { DAY } from "#lib/core/clock";
import { putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";

/** A file of contacts that a member brought and that waits for its dry run; `word` stands in it. */
export async function makeImport({ shopId, memberId: byMemberId }: MemberActor, word: string): Promise<string> {
  const [id, fileUntil, columns] = [newId(), new Date(Date.now() + DAY), ["email"]];
  await putFile(`${shopId}/imports/${id}`, Buffer.from(`email\n${word}@mail.example`));
  const made = { kind: "contacts", state: "uploaded", digest: word, total: 1 } as const;
  await inShop(shopId, (tx) => tx.insert(imports).values({ id, shopId, byMemberId, ...made, columns, fileUntil }));
  return id;
}
