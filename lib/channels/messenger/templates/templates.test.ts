import { expect, it } from "vitest";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { makeConnectedPage } from "../page-fixture";
import { createTemplate, listTemplates } from "./create-template";
import { CreateTemplate, holesOf } from "./input";
import { ORDER_NEWS } from "./order-news";
import { submitTemplate } from "./submit-template";

async function place() {
  const { shop, owner } = await makeShop();
  const { channelId } = await makeConnectedPage(owner);
  await takeJobs(shop.id);
  const waiting = async () => (await jobsOf(shop.id)).filter(({ task }) => task === "submitTemplate");
  const submit = async (id: string, asked = 0) => {
    await submitTemplate({ shopId: shop.id, templateId: id, asked });
    return (await listTemplates(owner, { channelId })).templates[0];
  };
  return { owner, channelId, waiting, submit };
}

it("offers order news in the shop's languages, hands it in once, and follows what is decided", async () => {
  const { owner, channelId, waiting, submit } = await place();
  const { templates, suggestions } = await listTemplates(owner, { channelId });
  expect([templates, suggestions.map(({ name, language }) => [name, language])]).toEqual([
    [],
    [
      ["order_news", "fr"],
      ["order_news", "en"],
    ],
  ]);
  const [french] = suggestions;
  if (!french) throw new Error("no suggestion");
  const made = await createTemplate(owner, { channelId, ...french });
  expect(made.suggestions).toHaveLength(1);
  const id = made.templates[0]?.id ?? "";

  fakeGraph.answers(({ method }) =>
    method === "POST" ? { body: { id: "900", status: "PENDING" } } : { body: { data: [] } },
  );
  expect(await submit(id)).toMatchObject({ state: "pending", problem: null });
  expect(fakeGraph.requests[0]?.body).toMatchObject({
    name: "order_news",
    language: "fr",
    category: "UTILITY",
    components: [
      {
        type: "BODY",
        text: french.body,
        example: { body_text: [["Amélie", "1048", "Maison Pivoine", "elle est en route"]] },
      },
    ],
  });
  expect(await waiting()).toMatchObject([{ payload: { templateId: id, asked: 1 } }]);
  const again = createTemplate(owner, { channelId, ...french });
  await expect(again).rejects.toMatchObject({ key: "template_exists" });

  const told = { id: "900", name: "order_news", language: "fr", status: "REJECTED", rejected_reason: "INVALID_FORMAT" };
  fakeGraph.answers(() => ({ body: { data: [told] } }));
  expect(await submit(id, 1)).toMatchObject({ state: "rejected", reason: "INVALID_FORMAT" });
  await createTemplate(owner, { channelId, ...french, body: `${french.body} Merci.` });
  fakeGraph.answers(({ method }) =>
    method === "POST" ? graphRefusal(100, 2_388_024) : { body: { data: [{ ...told, status: "APPROVED" }] } },
  );
  expect(await submit(id)).toMatchObject({ state: "approved", body: `${french.body} Merci.` });
  fakeGraph.answers(() => graphRefusal(1));
  expect(await submit(id)).toMatchObject({ state: "approved" });
  expect(fakeGraph.requests).toEqual([]);
});

it("says why a template did not reach the platform", async () => {
  const { owner, channelId, submit } = await place();
  const input = { channelId, name: ORDER_NEWS.name, language: "en" as const, body: ORDER_NEWS.bodies.en };
  const id = (await createTemplate(owner, input)).templates[0]?.id ?? "";
  const ends: unknown[] = [];
  for (const refusal of [graphRefusal(613), graphRefusal(10), graphRefusal(100), graphRefusal(190)]) {
    fakeGraph.answers(({ method }) => (method === "POST" ? refusal : { body: { data: [] } }));
    ends.push((await submit(id))?.problem);
  }
  expect(ends).toEqual(["resting", "permission", "refused", "page_paused"]);
  await expect(createTemplate(owner, input)).rejects.toMatchObject({ key: "channel_paused" });
});

it("refuses words the platform would refuse, and whoever may not ask", async () => {
  expect([holesOf("a {{1}} {{2}}"), holesOf("a {{2}}"), holesOf("a")]).toEqual([2, null, 0]);
  const good = { channelId: crypto.randomUUID(), name: "order_news", language: "en" };
  for (const [body, message] of [
    ["{{1}} hello", "template_edges"],
    ["hello {{1}}", "template_edges"],
    ["hello {{2}}!", "template_holes"],
    [" ", "required"],
  ])
    expect(CreateTemplate.safeParse({ ...good, body }).error?.issues[0]?.message).toBe(message);
  const [{ owner, channelId }, other] = await Promise.all([place(), place()]);
  const input = { channelId, name: "order_news", language: "en" as const, body: "Hello" };
  await expect(createTemplate(await makeMember(owner), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(createTemplate(other.owner, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(listTemplates(other.owner, { channelId })).rejects.toMatchObject({ code: "not_found" });
});
