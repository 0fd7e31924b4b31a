import { expect, type Page } from "@playwright/test";
import { INBOX, SHOP, storefrontUrl } from "./address";
import { awake } from "./awake";
import { chooseFile, tryFile } from "./import-file";
import { toDialog } from "./login";
import type { Scene, Who } from "./scene";
import {
  editSavedReply,
  groupConditions,
  offerAnswers,
  removeSomebody,
  writeCard,
  writeObjection,
  writeToChosen,
} from "./show-inbox";
import { chooseDailyMail, editProfile, invite, makeField, makeTeam, setHours, setQuietTimes } from "./show-settings";
import {
  checkOut,
  fillBasket,
  openChat,
  openChatMenu,
  openConnect,
  openConnectMail,
  openOwnConversation,
  reportOwn,
  writeInChat,
} from "./show-shopper";

export type Place = {
  name: string;
  /** Who looks at it; null for somebody who is not signed in. */
  who: Who | null;
  /** Brings the place on screen, in either language; answers the page that shows it where it is another one. */
  show: (page: Page, scene: Scene) => Promise<Page>;
};

function at(name: string, who: Who | null, path: string | ((scene: Scene) => string)): Place {
  return {
    name,
    who,
    async show(page, scene) {
      await page.goto(`${scene.url}${typeof path === "string" ? path : path(scene)}`);
      await expect(page.getByRole("main")).toBeVisible();
      return page;
    },
  };
}

/** A page of the storefront, in the language of the browser. */
function shop(name: string, path: string): Place {
  return {
    name,
    who: null,
    async show(page, { url }) {
      await page.goto(`${storefrontUrl(url)}${path}`);
      return page;
    },
  };
}

async function toLoginDialog(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/login`);
  await toDialog(page);
  return page;
}

/** The place of the first team that she is in; on a phone the link is there and not drawn. */
async function openTeam(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}${INBOX}`);
  const place = await page.locator('a[href*="view=team:"]').first().getAttribute("href");
  await page.goto(`${url}${place}`);
  await expect(page.getByRole("main")).toBeVisible();
  return page;
}

async function chooseContacts(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/contacts`);
  await page
    .getByRole("checkbox", { name: /Amélie Laurent/ })
    .first()
    .check();
  await expect(page.getByRole("region", { name: /^(Chosen contacts|Contacts choisis)$/ })).toBeVisible();
  return page;
}

/** The dry run of a file of contacts: somebody new, somebody known, and lines that cannot be taken. */
async function tryContacts(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/contacts/import`);
  await chooseFile(
    page,
    "Prénom;Nom;E-mail;Ville\nOdile;Garnier;odile@mail.example;Dijon\nPaul;;paul@mail;Lyon\nAnne;;;\n",
  );
  await tryFile(page);
  return page;
}

/** A layer over the open conversation, asked for by its key. */
async function overThread(page: Page, { url, thread }: Scene, key: string): Promise<Page> {
  await page.goto(`${url}${thread}`);
  await expect(page.getByRole("log")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return page;
}

async function openTranscript(page: Page, { url, thread }: Scene): Promise<Page> {
  await page.goto(`${url}${thread}`);
  await (
    await awake(
      page
        .getByRole("button", { name: /^(More actions|Autres actions)/ })
        .filter({ visible: true })
        .first(),
    )
  ).click();
  await page.getByRole("menuitem", { name: /^(Transcript|Transcription)$/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return page;
}

async function makeView(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}${INBOX}`);
  await page
    .getByRole("button", { name: /^(New view|Nouvelle vue)$/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return page;
}

async function selectOne(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}${INBOX}`);
  await page.getByRole("checkbox").first().check();
  await expect(page.getByRole("toolbar")).toBeVisible();
  return page;
}

/** Every page there is, in each of its states. */
export const PLACES: readonly Place[] = [
  at("login", null, "/login"),
  at("login-cancelled", null, "/login?error=AccessDenied"),
  { name: "login-dialog", who: null, show: toLoginDialog },
  at("login-dialog-refused", null, "/sandbox/dialog/oauth?client_id=1"),
  at("sandbox", null, "/sandbox"),
  at("sandbox-mail", null, "/sandbox/mail"),
  at("sandbox-messenger", null, "/sandbox/messenger"),
  at("sandbox-messenger-thread", null, "/sandbox/messenger?page=1000000000001"),
  at("new", "Zoé Martin", "/new"),
  at("join", "Zoé Martin", (scene) => scene.invitation),
  at("join-signed-out", null, (scene) => scene.invitation),
  at("join-ended", null, "/join/nothing"),
  at("inbox", "Léa Moreau", INBOX),
  at("inbox-thread", "Léa Moreau", (scene) => scene.thread),
  at("inbox-messenger-late", "Léa Moreau", (scene) => scene.late),
  { name: "inbox-messenger-card", who: "Léa Moreau", show: writeCard },
  at("inbox-closed", "Léa Moreau", `${INBOX}?view=closed`),
  at("inbox-mentions", "Léa Moreau", `${INBOX}?view=mentions`),
  { name: "inbox-team", who: "Léa Moreau", show: openTeam },
  { name: "inbox-selected", who: "Léa Moreau", show: selectOne },
  { name: "inbox-view", who: "Léa Moreau", show: makeView },
  { name: "inbox-view-group", who: "Léa Moreau", show: groupConditions },
  { name: "inbox-answers", who: "Léa Moreau", show: offerAnswers },
  { name: "inbox-snooze", who: "Léa Moreau", show: (page, scene) => overThread(page, scene, "s") },
  { name: "inbox-tags", who: "Léa Moreau", show: (page, scene) => overThread(page, scene, "t") },
  { name: "inbox-transcript", who: "Léa Moreau", show: openTranscript },
  { name: "palette", who: "Léa Moreau", show: (page, scene) => overThread(page, scene, "Control+k") },
  { name: "shortcuts", who: "Léa Moreau", show: (page, scene) => overThread(page, scene, "?") },
  at("search", "Léa Moreau", `/s/${SHOP}/search?q=bouquet`),
  at("search-nothing", "Léa Moreau", `/s/${SHOP}/search?q=zzz+bouquet`),
  at("saved-replies", "Léa Moreau", `/s/${SHOP}/settings/saved-replies`),
  { name: "saved-replies-new", who: "Léa Moreau", show: editSavedReply },
  at("saved-replies-import", "Léa Moreau", `/s/${SHOP}/settings/saved-replies/import`),
  at("contacts", "Léa Moreau", `/s/${SHOP}/contacts`),
  at("contacts-nobody", "Léa Moreau", `/s/${SHOP}/contacts?q=zzz`),
  { name: "contacts-chosen", who: "Léa Moreau", show: chooseContacts },
  { name: "contacts-write", who: "Léa Moreau", show: writeToChosen },
  at("contacts-import", "Léa Moreau", `/s/${SHOP}/contacts/import`),
  { name: "contacts-import-tried", who: "Léa Moreau", show: tryContacts },
  at("contact", "Léa Moreau", (scene) => scene.contact),
  { name: "contact-objection", who: "Léa Moreau", show: writeObjection },
  at("team", "Léa Moreau", `/s/${SHOP}/settings/team`),
  { name: "working-hours", who: "Léa Moreau", show: setHours },
  at("first-steps", "Léa Moreau", `/s/${SHOP}/settings/first-steps`),
  { name: "quiet-times", who: "Léa Moreau", show: setQuietTimes },
  { name: "daily-mail", who: "Léa Moreau", show: chooseDailyMail },
  at("fields", "Léa Moreau", `/s/${SHOP}/settings/fields`),
  { name: "fields-new", who: "Léa Moreau", show: makeField },
  at("tags", "Léa Moreau", `/s/${SHOP}/settings/tags`),
  at("widget-settings", "Léa Moreau", `/s/${SHOP}/settings/widget`),
  at("identity-settings", "Léa Moreau", `/s/${SHOP}/settings/identity`),
  at("retention-settings", "Léa Moreau", `/s/${SHOP}/settings/retention`),
  at("reports-settings", "Léa Moreau", `/s/${SHOP}/settings/reports`),
  at("messenger-settings", "Léa Moreau", `/s/${SHOP}/settings/messenger`),
  at("messenger-login-refused", "Léa Moreau", `/s/${SHOP}/settings/messenger?login=refused`),
  { name: "messenger-profile", who: "Léa Moreau", show: editProfile },
  at("answer-over", null, "/answer/nothing"),
  at("mail-stop-over", null, "/mail/stop/nothing"),
  at("deletion-unknown", null, "/deletion/nothing"),
  { name: "team-new", who: "Léa Moreau", show: makeTeam },
  { name: "team-remove", who: "Léa Moreau", show: removeSomebody },
  { name: "team-invite", who: "Léa Moreau", show: invite },
  at("not-found", null, "/nothing"),
  at("shop-not-found", "Léa Moreau", "/s/nowhere/inbox"),
  at("me", "Amélie Laurent", "/me"),
  at("me-receipts", "Amélie Laurent", "/me/receipts"),
  at("me-permissions", "Amélie Laurent", "/me/permissions"),
  { name: "me-conversation", who: "Amélie Laurent", show: openOwnConversation },
  { name: "me-report", who: "Amélie Laurent", show: reportOwn },
  at("me-signed-out", null, "/me"),
  { name: "connect", who: "Amélie Laurent", show: openConnect },
  { name: "connect-signed-out", who: null, show: openConnect },
  { name: "connect-mail", who: null, show: openConnectMail },
  at("connect-over", null, "/connect/nowhere"),
  at("terms", null, "/terms"),
  at("privacy", null, "/privacy"),
  at("kit", null, "/kit"),
  shop("storefront", "/"),
  { name: "storefront-chat", who: null, show: openChat },
  { name: "storefront-chat-written", who: null, show: writeInChat },
  { name: "storefront-chat-menu", who: null, show: openChatMenu },
  { name: "storefront-cart", who: null, show: fillBasket },
  { name: "storefront-checkout", who: null, show: checkOut },
  shop("storefront-back-office", "/back-office"),
];
