import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messengerProfiles } from "#db/schema/messenger";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { fakeGraph, type GraphRequest, graphRefusal } from "../fake-graph-fixture";
import { makeConnectedPage } from "../page-fixture";
import { Profile, type Profile as ProfileType, SaveProfile } from "./profile";
import { pushProfile } from "./push-profile";
import { loadProfile, saveProfile } from "./save-profile";

const SAMPLE: ProfileType = {
  getStarted: true,
  words: {
    fr: {
      greeting: "Bonjour {{user_first_name}}, que puis-je pour vous ?",
      iceBreakers: ["Où est ma commande ?", "Livrez-vous demain ?"],
      menu: [
        { kind: "postback", title: "Parler à quelqu’un" },
        { kind: "web_url", title: "La boutique", url: "https://shop.example/" },
      ],
    },
    en: { greeting: "Hello!", iceBreakers: ["Where is my order?"], menu: [] },
  },
};

async function place() {
  const { shop, owner } = await makeShop();
  const page = await makeConnectedPage(owner);
  await takeJobs(shop.id);
  return { shop, owner, page, channelId: page.channelId, job: { shopId: shop.id, channelId: page.channelId } };
}

/** A platform that keeps what it is given, field by field. */
function platform() {
  const kept: Record<string, unknown> = {};
  const answer = ({ method, body, query }: GraphRequest) => {
    if (method === "GET") {
      const fields = query.get("fields")?.split(",") ?? [];
      return { body: { data: [Object.fromEntries(fields.flatMap((one) => (kept[one] ? [[one, kept[one]]] : [])))] } };
    }
    if (method === "DELETE") for (const field of (body as { fields: string[] }).fields) delete kept[field];
    else Object.assign(kept, body);
    return { body: { result: "success" } };
  };
  return { kept, answer };
}

it("is put on the Page in both languages, read back, and taken away again", async () => {
  const { owner, channelId, job, page } = await place();
  const { kept, answer } = platform();
  fakeGraph.answers(answer);
  const first = await loadProfile(owner, { channelId });
  expect(first).toMatchObject({ version: 0, state: "draft", locales: ["fr", "en"] });
  await saveProfile(owner, { channelId, profile: SAMPLE, version: 0 });
  await pushProfile(job);
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", problem: null, profile: SAMPLE });
  expect(fakeGraph.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST ${page.pageId}/messenger_profile`,
    `GET ${page.pageId}/messenger_profile`,
  ]);
  expect(kept).toMatchObject({
    get_started: { payload: "comptoir:get_started" },
    greeting: [{ locale: "default" }, { locale: "en_US", text: "Hello!" }, { locale: "en_GB" }],
    ice_breakers: [{ locale: "default", call_to_actions: [{ payload: "comptoir:ice_breaker:fr:1" }, {}] }, {}, {}],
    persistent_menu: [
      {
        locale: "default",
        call_to_actions: [
          { type: "postback" },
          { url: "https://shop.example/" },
          { title: "Mes autorisations", payload: "comptoir:permissions:fr" },
        ],
      },
      { locale: "en_US", call_to_actions: [{ title: "My permissions", payload: "comptoir:permissions:en" }] },
      { locale: "en_GB" },
    ],
  });

  const bare = { getStarted: false, words: { fr: { greeting: "Bonjour", iceBreakers: [], menu: [] } } };
  await saveProfile(owner, { channelId, profile: bare, version: 1 });
  await pushProfile(job);
  expect(kept).toEqual({ greeting: [{ locale: "default", text: "Bonjour" }] });
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", version: 2 });
});

it("says what went wrong, keeps what was written, and asks no more than the platform allows", async () => {
  const { shop, owner, channelId, job } = await place();
  const { kept, answer } = platform();
  const ends: Record<string, unknown>[] = [];
  const refusals = [graphRefusal(613), graphRefusal(100), graphRefusal(10)];
  for (const [version, refusal] of refusals.entries()) {
    fakeGraph.answers(() => refusal);
    await saveProfile(owner, { channelId, profile: SAMPLE, version });
    await pushProfile(job);
    ends.push(await loadProfile(owner, { channelId }));
  }
  expect(ends).toMatchObject([
    { state: "pushing", problem: "resting" },
    { state: "failed", problem: "refused" },
    { state: "failed", problem: "permission" },
  ]);
  fakeGraph.answers((request) => (request.method === "GET" ? { body: { data: [{}] } } : answer(request)));
  await saveProfile(owner, { channelId, profile: SAMPLE, version: 3 });
  await pushProfile(job);
  expect(fakeGraph.requests).toEqual([]);
  const [waiting] = (await takeJobs(shop.id)).filter(({ task }) => task === "pushProfile");
  expect(waiting?.payload).toEqual(job);
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "pushing", problem: "resting" });

  const other = await place();
  await saveProfile(other.owner, { channelId: other.channelId, profile: SAMPLE, version: 0 });
  await pushProfile(other.job);
  const differs = await loadProfile(other.owner, { channelId: other.channelId });
  expect(differs).toMatchObject({ state: "failed", problem: "differs", profile: SAMPLE });
  expect(Object.keys(kept)).not.toEqual([]);
  fakeGraph.answers(() => graphRefusal(190, 460));
  await saveProfile(other.owner, { channelId: other.channelId, profile: SAMPLE, version: 1 });
  await pushProfile(other.job);
  expect(await loadProfile(other.owner, { channelId: other.channelId })).toMatchObject({ problem: "page_paused" });
});

it("a save while another is on its way wins, and one of an older version is refused", async () => {
  const { shop, owner, channelId, job } = await place();
  const { kept, answer } = platform();
  const later = { ...SAMPLE, words: { ...SAMPLE.words, en: { greeting: "Later", iceBreakers: [], menu: [] } } };
  let saved = false;
  fakeGraph.answers(async (request) => {
    if (!saved) {
      saved = true;
      await saveProfile(owner, { channelId, profile: later, version: 1 });
    }
    return answer(request);
  });
  await saveProfile(owner, { channelId, profile: SAMPLE, version: 0 });
  await pushProfile(job);
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "pushing", version: 2 });
  expect((await jobsOf(shop.id)).filter(({ task }) => task === "pushProfile")).toHaveLength(1);
  await pushProfile(job);
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", profile: later });
  expect(kept.greeting).toMatchObject([{}, { text: "Later" }, {}]);
  const old = saveProfile(owner, { channelId, profile: SAMPLE, version: 1 });
  await expect(old).rejects.toMatchObject({ code: "refused", key: "profile_changed" });
});

it.each([
  ["a greeting too long", { fr: { greeting: "é".repeat(161), iceBreakers: [], menu: [] } }, "too_long"],
  ["five questions", { fr: { greeting: "", iceBreakers: ["1", "2", "3", "4", "5"], menu: [] } }, null],
  ["a question that is blank", { fr: { greeting: "", iceBreakers: [" "], menu: [] } }, "required"],
  [
    "an address that is not https",
    { en: { greeting: "", iceBreakers: [], menu: [{ kind: "web_url", title: "a", url: "http://a.example" }] } },
    "invalid_https",
  ],
  ["a nested menu", { en: { greeting: "", iceBreakers: [], menu: [{ kind: "nested", title: "a" }] } }, null],
  ["a language nobody speaks", { de: { greeting: "", iceBreakers: [], menu: [] } }, null],
])("refuses %s", (_, words, message) => {
  const outcome = Profile.safeParse({ getStarted: true, words });
  expect(outcome.success).toBe(false);
  if (message) expect(outcome.error?.issues[0]?.message).toBe(message);
});

it("a menu that took all places of the platform is shown whole, and goes to the Page once one is taken away", async () => {
  const { shop, owner, channelId, job } = await place();
  const { kept, answer } = platform();
  fakeGraph.answers(answer);
  const menu = Array.from({ length: 20 }, (_, n) => ({ kind: "postback" as const, title: `Entry ${n + 1}` }));
  const full = { getStarted: true, words: { fr: { greeting: "Bonjour", iceBreakers: [], menu } } };
  await saveProfile(owner, { channelId, profile: SAMPLE, version: 0 });
  await inShop(shop.id, (tx) =>
    tx.update(messengerProfiles).set({ profile: full }).where(eq(messengerProfiles.shopId, shop.id)),
  );
  await pushProfile(job);
  expect(fakeGraph.requests).toEqual([]);
  expect(await loadProfile(owner, { channelId })).toMatchObject({
    ...{ state: "failed", problem: "menu_full", profile: full },
  });
  const input = { channelId, profile: full, version: 1 };
  expect(SaveProfile.safeParse(input).error?.issues).toMatchObject([
    { path: ["profile", "words", "fr", "menu"], message: "menu_full" },
  ]);
  const less = { getStarted: true, words: { fr: { ...full.words.fr, menu: menu.slice(1) } } };
  await saveProfile(owner, { channelId, profile: less, version: 1 });
  await pushProfile(job);
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", problem: null, profile: less });
  expect(kept.persistent_menu).toMatchObject([{ call_to_actions: { length: 20 } }, {}, {}]);
});

it("a menu needs the button that starts the conversation, and only owners and admins of the shop may save", async () => {
  const { owner, channelId } = await place();
  const other = await place();
  const input = { channelId, profile: SAMPLE, version: 0 };
  expect(SaveProfile.safeParse({ ...input, profile: { ...SAMPLE, getStarted: false } }).error?.issues).toMatchObject([
    { path: ["profile", "getStarted"], message: "menu_needs_start" },
  ]);
  const agent = await makeMember(owner);
  await expect(saveProfile(agent, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveProfile(other.owner, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(loadProfile(other.owner, { channelId })).rejects.toMatchObject({ code: "not_found" });
});
