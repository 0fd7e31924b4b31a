import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { putFile } from "#lib/core/files";
import { newId, newToken } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import { makeMember, makePerson, makeShop } from "#lib/shops/shop-fixture";
import { makeThread, storedMessages } from "./visitor-fixture";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);

async function makeWorld() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const [message] = await storedMessages(shop.id, conversationId);
  let kept = 0;
  const keep = async (contentType: string, more: Partial<typeof attachments.$inferInsert> = {}) => {
    const id = newId();
    await putFile(`${shop.id}/${id}`, PNG);
    const given = { messageId: message?.id ?? null, position: kept++, fileName: "é 'a'.png" };
    await inShop(shop.id, (tx) =>
      tx.insert(attachments).values({
        ...{ id, shopId: shop.id, kind: "image", state: "stored", contentType, bytes: PNG.length },
        ...{ storageKey: `${shop.id}/${id}`, ...given, ...more },
      }),
    );
    return id;
  };
  return { shop, owner, visitor, keep };
}

const asMember = (token: string) => ({ cookie: `__Host-comptoir-session=${token}` });
const asVisitor = (slug: string, token: string) => ({ cookie: `a=b; __Host-visitor-${slug}=${token}; c=d` });
const get = (id: string, headers: Record<string, string> = {}) =>
  callRoute("app/files/[id]/route.ts", "GET", { id }, { headers });

let ours: Awaited<ReturnType<typeof makeWorld>>;
let theirs: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeWorld(), makeWorld()]);
});

it("gives a file to the shop's members and to the visitor in whose conversation it is", async () => {
  const id = await ours.keep("image/png");
  const agent = await makeMember(ours.owner);
  for (const who of [asMember(agent.person.token), asVisitor(ours.shop.slug, ours.visitor.token)]) {
    const answer = await get(id, who);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline; filename*=UTF-8''%C3%A9%20%27a%27.png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=300",
    });
  }
});

it("TEN-01: answers a foreign file, one that is not kept and one not sent to her like one that is absent", async () => {
  const foreign = await theirs.keep("image/png");
  const waiting = await ours.keep("image/png", { state: "waiting" });
  const upload = await ours.keep("image/png", { messageId: null });
  const member = asMember(ours.owner.person.token);
  const visitor = asVisitor(ours.shop.slug, ours.visitor.token);
  const bodyOf = async (id: string, who: Record<string, string>) => {
    const answer = await get(id, who);
    expect(answer.status, id).toBe(404);
    return answer.text();
  };
  const absent = await bodyOf(newId(), member);
  for (const id of [foreign, waiting, "none", "../x", ""]) expect(await bodyOf(id, member)).toBe(absent);
  for (const id of [foreign, waiting, upload]) expect(await bodyOf(id, visitor)).toBe(absent);
  const id = await ours.keep("image/png");
  const nobody = [
    {},
    asMember(newToken()),
    asMember((await makePerson()).token),
    asVisitor(ours.shop.slug, newToken()),
  ];
  const elsewhere = [asVisitor(theirs.shop.slug, ours.visitor.token), asVisitor("t-nobody", ours.visitor.token)];
  for (const who of [...nobody, ...elsewhere]) expect(await bodyOf(id, who)).toBe(absent);
});

it.each(["text/html", "image/svg+xml", "application/pdf", "application/octet-stream", "", "image/png, text/html"])(
  "lets what is called %j be saved, never shown",
  async (contentType) => {
    const answer = await get(await ours.keep(contentType), asMember(ours.owner.person.token));
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  },
);

it.each([
  ["bytes=2-5", 206, "bytes 2-5/12", PNG.subarray(2, 6)],
  ["bytes=8-", 206, "bytes 8-11/12", PNG.subarray(8)],
  ["bytes=-3", 206, "bytes 9-11/12", PNG.subarray(9)],
  ["bytes=0-99", 206, "bytes 0-11/12", PNG],
  ["bytes=12-", 416, "bytes */12", Buffer.alloc(0)],
  ["bytes=0-1,3-4", 200, null, PNG],
])("answers the range %s", async (range, status, told, bytes) => {
  const answer = await get(await ours.keep("audio/mp4"), { ...asMember(ours.owner.person.token), range });
  expect([answer.status, answer.headers.get("content-range")]).toEqual([status, told]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});
