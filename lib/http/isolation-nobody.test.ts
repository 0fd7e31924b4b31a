import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { rowHashes } from "#db/owner-fixture";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { type Belongings, makeBelongings } from "#lib/orders/belongings-fixture";
import { askCode, readCode } from "#lib/shops/mail-login-fixture";
import { makePerson } from "#lib/shops/shop-fixture";
import { runJob } from "../worker/jobs-fixture";
import { DOORS } from "./doors";
import { reachableFrom } from "./reachable-fixture";
import { type Answer, answerOf, callAction } from "./route-fixture";

const the = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>(), opened: new Set<string>() }));
vi.mock("next/headers", () => ({ cookies: async () => the.cookies, headers: async () => new Headers() }));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("#db/in-shop", async (original) => {
  const real = await original<typeof import("#db/in-shop")>();
  const inShop: typeof real.inShop = (shopId, work) => {
    the.opened.add(shopId);
    return real.inShop(shopId, work);
  };
  return { ...real, inShop };
});

const socket = { raw: "socket_id=1.1", headers: { "content-type": "application/x-www-form-urlencoded" } };
const opening = { name: "Neuve", website: "", timeZone: "Europe/Paris", currency: "EUR", locales: ["fr"] };

const [p256dh, auth] = [87, 22].map((length) => "A".repeat(length));
const device = { audience: "own", locale: "fr", endpoint: `https://push.example/${newId()}`, p256dh, auth };

const CONNECT = "app/connect/[shop]/actions.ts";
const askForCode = () =>
  callAction(CONNECT, "askMailCodeAction", { email: `n${newId()}@mail.example`, name: "Nina", locale: "fr" });

const NOTICES = "app/s/[shop]/notices/actions.ts";
const askForOwnCode = () => callAction(NOTICES, "askAddressCodeAction", { locale: "fr" });
const Asked = z.object({ ticket: z.string() });

/** How each door is gone through. Doors that are missing here must not even be able to open a shop. */
const WAYS: Record<string, () => Promise<unknown>> = {
  "GET app/api/health": () => answerOf("app/api/health/route.ts", "GET", {}),
  "GET app/api/push/key": () => answerOf("app/api/push/key/route.ts", "GET", {}),
  "GET app/api/hooks/messenger": () => {
    const query = { "hub.mode": "subscribe", "hub.verify_token": env().FACEBOOK.verifyToken, "hub.challenge": "1" };
    return answerOf("app/api/hooks/messenger/route.ts", "GET", {}, { query: `?${new URLSearchParams(query)}` });
  },
  "GET app/api/ready": () => answerOf("app/api/ready/route.ts", "GET", {}),
  "POST app/api/realtime/user-auth": () => answerOf("app/api/realtime/user-auth/route.ts", "POST", {}, socket),
  "chooseLocale app/_preferences": () => callAction("app/_preferences/actions.ts", "chooseLocale", "fr"),
  "keepDeviceAction app/_push": () => callAction("app/_push/actions.ts", "keepDeviceAction", device),
  "forgetDeviceAction app/_push": () =>
    callAction("app/_push/actions.ts", "forgetDeviceAction", { endpoint: device.endpoint, audience: "own" }),
  "chooseTheme app/_preferences": () => callAction("app/_preferences/actions.ts", "chooseTheme", "dark"),
  "askMailCodeAction app/connect/[shop]": () => askForCode(),
  "signInByMailAction app/connect/[shop]": async () => {
    const { ticket, code } = await askCode(`n${newId()}@mail.example`);
    return callAction(CONNECT, "signInByMailAction", { ticket, code });
  },
  "askAddressCodeAction app/s/[shop]/notices": () => askForOwnCode(),
  "proveAddressAction app/s/[shop]/notices": async () => {
    const { ticket } = Asked.parse((await askForOwnCode()).body);
    return callAction(NOTICES, "proveAddressAction", { ticket, code: (await readCode(ticket)).code });
  },
  "createShopAction app/new": () =>
    callAction("app/new/actions.ts", "createShopAction", { ...opening, slug: `n-${newId().slice(-12)}` }),
  "signOutEverywhereAction app/s/[shop]/settings/team": () =>
    callAction("app/s/[shop]/settings/team/actions.ts", "signOutEverywhereAction", {}),
  "task mailCode": () => runJob("mailCode", { codeId: newId() }),
  "task endConnections": () => runJob("endConnections", { personId: newId() }),
};

/** Of the session's module only the name of its cookie is used where nobody acts in a shop. */
const CONSTANTS_ONLY = new Set(["lib/http/session.ts", "db/in-shop.ts"]);
const doors = DOORS.filter(({ isolation }) => isolation === "no shop's rows").map(({ door }) => door);

/** No worker takes the jobs of a test database, so after half a minute they count as late. */
const READY_OR_NOT = [200, 503];

describe("TEN-01: no shop's rows", () => {
  let world: Belongings;
  let before: Record<string, string>;
  beforeAll(async () => {
    world = await makeBelongings();
    before = await rowHashes(world.shop.id);
  });
  beforeEach(async () => {
    the.cookies.set("__Host-comptoir-session", { value: (await makePerson()).token });
    the.opened.clear();
  });

  it.each(doors.filter((door) => WAYS[door]))("%s opens no shop that was there before", async (door) => {
    const answer = (await WAYS[door]?.()) as Answer | undefined;
    if (answer) expect(door.endsWith("app/api/ready") ? READY_OR_NOT : [200]).toContain(answer.status);
    const opened = [...the.opened];
    if (door.startsWith("createShop")) expect(opened).toHaveLength(1);
    else expect(opened).toEqual([]);
    expect(opened).not.toContain(world.shop.id);
    expect(await rowHashes(world.shop.id)).toEqual(before);
  });

  it.each(doors.filter((door) => !WAYS[door]))("%s has no way to open a shop at all", (door) => {
    const [name = "", place = ""] = door.split(" ");
    const file = name === "task" ? "lib/sandbox/tasks.ts" : `${place}/route.ts`;
    const able = reachableFrom(file, CONSTANTS_ONLY).filter((one) => /\binShop\(/.test(readFileSync(one, "utf8")));
    expect(able).toEqual([]);
  });

  it("sees a file that can open a shop, however far away", () => {
    const reached = reachableFrom("app/api/widget/[shop]/messages/route.ts", CONSTANTS_ONLY);
    expect(reached).toContain("lib/conversations/open-conversation.ts");
    expect(reached.some((one) => /\binShop\(/.test(readFileSync(one, "utf8")))).toBe(true);
  });
});
