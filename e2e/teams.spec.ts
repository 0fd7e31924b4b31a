import { expect, test } from "@playwright/test";
import { appUrl, INBOX, SHOP } from "./address";
import { awake } from "./awake";
import { openChat, write } from "./chat";
import { openThread, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { newcomer, openShop } from "./team";

const SETTINGS = `/s/${SHOP}/settings/team`;

test("a team gives a conversation in turn, shows who is away, and leaves it with its holder once it is removed", async ({
  browser,
}) => {
  const url = appUrl();
  const mark = crypto.randomUUID().slice(0, 8);
  const team = `Parcels ${mark}`;
  const shopper = await (await browser.newContext()).newPage();
  await write(await openChat(shopper, url), `Hello ${mark}`);
  const [lea, karim] = await Promise.all([
    pageOf(browser, url, "Léa Moreau", SETTINGS),
    pageOf(browser, url, "Karim Benali", INBOX),
  ]);

  await (await awake(lea.getByRole("button", { name: "New team" }))).click();
  const making = lea.getByRole("dialog", { name: "New team" });
  await making.getByRole("textbox", { name: "Name" }).fill(team);
  await making.getByRole("checkbox", { name: "Karim Benali" }).check();
  await making.getByRole("switch", { name: "Give conversations in turn" }).click();
  await making.getByRole("button", { name: "Save" }).click();
  await expect(lea.getByRole("button", { name: `Change ${team}` })).toBeVisible();

  const place = karim.getByRole("link", { name: new RegExp(`^${team}`) });
  await place.click();
  await lea.goto(`${url}${INBOX}`);
  await openThread(lea, `Hello ${mark}`);
  const assigned = lea.locator("#assign");
  await assigned.click();
  await lea.getByRole("menuitemradio", { name: `${team} (team)` }).click();
  await expect(threadOf(lea)).toContainText(`It was Karim’s turn in the team ${team}`);
  await expect(assigned).toContainText("Assigned to Karim");
  await expect(place).toContainText("1 conversation");
  await openThread(karim, mark);

  const own = karim.getByRole("button", { name: /^Karim Benali/ });
  await own.click();
  await karim.getByRole("menuitemradio", { name: "Away" }).click();
  await karim.getByRole("dialog", { name: "You are away" }).getByRole("button", { name: "Keep them" }).click();
  await expect(own).toContainText("Away");
  await expect(assigned).toContainText("Away");
  await own.click();
  await karim.getByRole("menuitemradio", { name: "Available" }).click();
  await expect(own).toContainText("Available");
  await expect(assigned).not.toContainText("Away");

  await lea.goto(`${url}${SETTINGS}`);
  await (await awake(lea.getByRole("button", { name: `Change ${team}` }))).click();
  await lea.getByRole("dialog").getByRole("button", { name: "Remove the team" }).click();
  await lea.getByRole("alertdialog").getByRole("button", { name: "Remove the team" }).click();
  await expect(place).toHaveCount(0);
  await expect(karim.locator("#assign")).toContainText("Assigned to Karim");
  await leave(lea, karim, shopper);
});

test("a member’s working hours, quiet times and daily mail are there after a reload as they were saved", async ({
  browser,
}) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Jaune");
  const slug = await openShop(page, url, "Hours Counter");
  const own = page.getByRole("button", { name: /^Nora Jaune/ });
  const fromMenu = async (item: string) => {
    await (await awake(own)).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await page.goto(`${url}/s/${slug}/inbox`);
  await fromMenu("Quiet times…");
  const quiet = page.getByRole("dialog", { name: "Quiet times" });
  await quiet.getByLabel("From").fill("21:30");
  await quiet.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your quiet times are kept.")).toBeVisible();
  await page.reload();
  await fromMenu("Quiet times…");
  await expect(quiet.getByLabel("From")).toHaveValue("21:30");
  await quiet.getByRole("button", { name: "Cancel" }).click();

  await fromMenu("Daily mail…");
  await expect(page.getByRole("dialog", { name: "Daily mail" })).toContainText("no mail address");
  await page.keyboard.press("Escape");

  await fromMenu("Working hours");
  await page.getByText("By hours", { exact: true }).click();
  await page.getByLabel("Monday, from").fill("10:15");
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByText("Hours saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Monday, from")).toHaveValue("10:15");
  await leave(page);
});
