import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { outsideShops } from "#db/in-shop";
import { sandboxProfiles } from "#db/schema/sandbox-messenger";
import { type Answer, asPage } from "./call";
import { parameterMissing, parameterWrong } from "./facebook-error";
import { checkLink } from "./send/check-buttons";
import { type Json, listAt, objectAt, textAt, urlAt, wordAt } from "./send/shape";

const LOCALE = /^(default|[a-z]{2,3}_[A-Z]{2})$/;

function localeAt(item: Json, at: string): string {
  const locale = String(item.locale ?? "default");
  if (!LOCALE.test(locale)) throw parameterWrong(`Param ${at}[locale] is not a supported locale.`);
  return locale;
}

/** Checks a list with one entry for each locale, of which one is `default`. */
function eachLocale(value: unknown, name: string, check: (item: Json, at: string) => void): void {
  const items = listAt(value, name, 1, 60).map((one) => objectAt(one, name));
  const locales = items.map((item, place) => localeAt(item, `${name}[${place}]`));
  if (!locales.includes("default")) throw parameterWrong(`Param ${name} must have an entry of the locale default.`);
  if (new Set(locales).size < locales.length) throw parameterWrong(`Param ${name} names a locale twice.`);
  for (const [place, item] of items.entries()) check(item, `${name}[${place}]`);
}

/** Checks a persistent menu: one entry for each locale, each with 20 items at most. Throws 100. */
export function checkMenu(value: unknown): void {
  eachLocale(value, "persistent_menu", (menu, at) => {
    if (menu.call_to_actions === undefined && menu.composer_input_disabled !== true)
      throw parameterWrong(`${at} must have call_to_actions.`);
    for (const [place, one] of listAt(menu.call_to_actions ?? [], `${at}[call_to_actions]`, 0, 20).entries()) {
      const spot = `${at}[call_to_actions][${place}]`;
      const item = objectAt(one, spot);
      const type = wordAt(item.type, `${spot}[type]`, ["web_url", "postback"]);
      textAt(item.title, `${spot}[title]`, 30);
      if (type === "postback") textAt(item.payload, `${spot}[payload]`, 1_000);
      else checkLink(item, spot);
    }
  });
}

function checkQuestions(value: unknown): void {
  const questions = (list: unknown, at: string) => {
    for (const [place, one] of listAt(list, at, 1, 4).entries()) {
      const item = objectAt(one, `${at}[${place}]`);
      textAt(item.question, `${at}[${place}][question]`, 80);
      textAt(item.payload, `${at}[${place}][payload]`, 1_000);
    }
  };
  const [first] = listAt(value, "ice_breakers", 1, 60);
  if (objectAt(first, "ice_breakers[0]").call_to_actions === undefined) questions(value, "ice_breakers");
  else eachLocale(value, "ice_breakers", (item, at) => questions(item.call_to_actions, `${at}[call_to_actions]`));
}

function checkCommands(value: unknown): void {
  eachLocale(value, "commands", (item, at) => {
    for (const one of listAt(item.commands, `${at}[commands]`, 1, 100)) {
      const command = objectAt(one, at);
      textAt(command.name, `${at}[name]`, 32);
      textAt(command.description, `${at}[description]`, 64);
    }
  });
}

const httpsAt = (value: unknown, name: string) => {
  if (!urlAt(value, name).startsWith("https:")) throw parameterWrong(`Param ${name} must be https.`);
};

/** Every property there is, and what it must be. Source: Messenger reference §6. */
const PROPERTIES: Record<string, (value: unknown) => void> = {
  get_started: (value) => void textAt(objectAt(value, "get_started").payload, "get_started[payload]", 1_000),
  greeting: (value) => eachLocale(value, "greeting", (item, at) => void textAt(item.text, `${at}[text]`, 160)),
  persistent_menu: checkMenu,
  ice_breakers: checkQuestions,
  commands: checkCommands,
  whitelisted_domains: (value) => {
    for (const one of listAt(value, "whitelisted_domains", 1, 50)) httpsAt(one, "whitelisted_domains");
  },
  account_linking_url: (value) => httpsAt(value, "account_linking_url"),
};

/** What a Page set of its profile. */
export async function loadProfile(pageId: string): Promise<Json> {
  const [row] = await database().select().from(sandboxProfiles).where(eq(sandboxProfiles.pageId, pageId));
  return row?.profile ?? {};
}

export const menuAlone = () =>
  parameterWrong("You must set a Get Started button if you also wish to use persistent menu");

async function keep(pageId: string, profile: Json): Promise<void> {
  if (profile.persistent_menu !== undefined && profile.get_started === undefined) throw menuAlone();
  await outsideShops((tx) =>
    tx
      .insert(sandboxProfiles)
      .values({ pageId, profile })
      .onConflictDoUpdate({ target: sandboxProfiles.pageId, set: { profile } }),
  );
}

/** `POST /{page}/messenger_profile`: sets what is named and leaves the rest. */
export const setProfile: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const named = Object.keys(PROPERTIES).filter((name) => call.parameters.has(name));
  if (named.length === 0) throw parameterMissing(`one of ${Object.keys(PROPERTIES).join(", ")}`);
  const wanted: Json = {};
  for (const name of named) {
    wanted[name] = call.parameters.value(name);
    PROPERTIES[name]?.(wanted[name]);
  }
  await keep(page.id, { ...(await loadProfile(page.id)), ...wanted });
  return { result: "success" };
};

/** `GET /{page}/messenger_profile?fields=…`. */
export const getProfile: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const fields = call.parameters.list("fields");
  const profile = Object.entries(await loadProfile(page.id)).filter(([name]) => fields.includes(name));
  return { data: profile.length > 0 ? [Object.fromEntries(profile)] : [] };
};

/** `DELETE /{page}/messenger_profile` with `fields`. */
export const deleteProfile: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const fields = call.parameters.list("fields");
  if (fields.length === 0) throw parameterMissing("fields");
  const rest = Object.entries(await loadProfile(page.id)).filter(([name]) => !fields.includes(name));
  await keep(page.id, Object.fromEntries(rest));
  return { result: "success" };
};
