import { outsideShops } from "#db/in-shop";
import { changeThread } from "../messenger/threads";
import { type Answer, asPage, type Call } from "./call";
import { parameterMissing, parameterWrong } from "./facebook-error";
import { checkMenu, loadProfile, menuAlone } from "./messenger-profile";
import { findRecipient } from "./send/recipient";
import { type Json, listAt, objectAt } from "./send/shape";

const MENU = "persistent_menu";

function psidOf({ parameters }: Call): string {
  const psid = parameters.text("psid");
  if (!psid) throw parameterMissing("psid");
  return psid;
}

async function setMenu(pageId: string, psid: string, menu: Json[] | null): Promise<void> {
  await outsideShops(async (tx) =>
    changeThread(tx, await findRecipient(tx, pageId, { kind: "id", id: psid }), { menu }),
  );
}

/** `POST /{page}/custom_user_settings`: gives one person a persistent menu of her own. Source: Messenger reference §6. */
export const setUserSettings: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const psid = psidOf(call);
  const given = call.parameters.value(MENU);
  if (given === undefined) throw parameterMissing(MENU);
  checkMenu(given);
  if ((await loadProfile(page.id)).get_started === undefined) throw menuAlone();
  await setMenu(
    page.id,
    psid,
    listAt(given, MENU, 1, 60).map((one) => objectAt(one, MENU)),
  );
  return { result: "success" };
};

/** `GET /{page}/custom_user_settings?psid=…`: her own menu and the Page's, as far as there are any. */
export const getUserSettings: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const psid = psidOf(call);
  const { menu } = await outsideShops((tx) => findRecipient(tx, page.id, { kind: "id", id: psid }));
  const { persistent_menu: pageMenu } = await loadProfile(page.id);
  const settings = {
    ...(menu ? { user_level_persistent_menu: menu } : {}),
    ...(pageMenu ? { page_level_persistent_menu: pageMenu } : {}),
  };
  return { data: Object.keys(settings).length > 0 ? [settings] : [] };
};

/** `DELETE /{page}/custom_user_settings?psid=…&params=["persistent_menu"]`: the Page's own menu is hers again. */
export const deleteUserSettings: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const psid = psidOf(call);
  const named = call.parameters.list("params");
  if (named.length === 0) throw parameterMissing("params");
  if (named.some((name) => name.toLowerCase() !== MENU))
    throw parameterWrong(`Param params must be one of {${MENU.toUpperCase()}}`);
  await setMenu(page.id, psid, null);
  return { result: "success" };
};
