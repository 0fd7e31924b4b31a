import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outsideShops } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { accounts, mailCodes, persons, sessions } from "#db/schema/persons";
import { hashToken, newId, newToken } from "#lib/core/ids";
import { runJob } from "../worker/jobs-fixture";
import { findSession } from "./find-session";
import { AskMailCode, SignInByMail } from "./input";
import { askCode } from "./mail-login-fixture";
import { makePerson } from "./shop-fixture";
import { signInByMail } from "./sign-in-by-mail";

const BROWSER = { userAgent: "Firefox", replaces: undefined };
const newAddress = () => `a${newId()}@mail.example`;
const wrong = (code: string) => (code === "000000" ? "111111" : "000000");
const jobsFor = (codeId: string) =>
  owner()`select 1 from graphile_worker._private_jobs where payload->>'codeId' = ${codeId}`;

describe("AUTH-07: a code by mail", () => {
  it("signs the browser that asked in, as a person whose address is proven", async () => {
    const email = newAddress();
    const { ticket, code, id } = await askCode(email);
    expect(await jobsFor(id)).toHaveLength(1);
    const { token } = await signInByMail({ ticket, code }, BROWSER);
    expect(await findSession(token)).toMatchObject({ name: "Amélie Laurent", email });
    const again = await askCode(email, "Somebody else");
    const second = await signInByMail(again, BROWSER);
    expect((await findSession(second.token))?.id).toBe((await findSession(token))?.id);
    expect(await findSession(second.token)).toMatchObject({ name: "Amélie Laurent" });
    const [person] = await outsideShops((tx) => tx.select().from(persons).where(eq(persons.email, email)));
    expect(person?.emailVerified).toBeInstanceOf(Date);
  });

  it("used by twenty at once makes one session", async () => {
    const { ticket, code } = await askCode(newAddress());
    const tries = Array.from({ length: 20 }, () => signInByMail({ ticket, code }, BROWSER));
    const outcomes = await Promise.allSettled(tries);
    const [one, ...more] = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(more).toEqual([]);
    const person = await findSession(one?.value.token ?? "");
    const held = await outsideShops((tx) =>
      tx
        .select()
        .from(sessions)
        .where(eq(sessions.personId, person?.id ?? "")),
    );
    expect(held).toHaveLength(1);
  });

  it("is over after ten minutes, after five tries, and for any other browser", async () => {
    const late = await askCode(newAddress());
    await outsideShops((tx) =>
      tx
        .update(mailCodes)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(mailCodes.id, late.id)),
    );
    await expect(signInByMail(late, BROWSER)).rejects.toMatchObject({ key: "mail_code_over" });

    const guessed = await askCode(newAddress());
    for (let tries = 1; tries <= 4; tries += 1)
      await expect(signInByMail({ ...guessed, code: wrong(guessed.code) }, BROWSER)).rejects.toMatchObject({
        key: "mail_code_wrong",
      });
    await expect(signInByMail({ ...guessed, code: wrong(guessed.code) }, BROWSER)).rejects.toMatchObject({
      key: "mail_code_over",
    });
    await expect(signInByMail(guessed, BROWSER)).rejects.toMatchObject({ key: "mail_code_over" });

    const { code } = await askCode(newAddress());
    await expect(signInByMail({ ticket: newToken(), code }, BROWSER)).rejects.toMatchObject({ key: "mail_code_over" });
  });

  it("ends the session it replaces, and opens nobody else's", async () => {
    const before = await makePerson();
    const { ticket, code } = await askCode(newAddress());
    await signInByMail({ ticket, code }, { ...BROWSER, replaces: before.token });
    expect(await findSession(before.token)).toBeNull();
  });

  it("OAUTH-09: never joins a login by Facebook that has the same address", async () => {
    const facebook = await makePerson();
    const { ticket, code } = await askCode(facebook.email ?? "");
    const { token } = await signInByMail({ ticket, code }, BROWSER);
    expect((await findSession(token))?.id).not.toBe(facebook.id);
    const [account] = await outsideShops((tx) =>
      tx
        .select()
        .from(accounts)
        .where(eq(accounts.providerAccountId, facebook.email ?? "")),
    );
    expect(account?.provider).toBe("email");
  });
});

describe("SPOOF-04: mail that nobody asked for", () => {
  it("three codes a day that were not used are the most, however many ask at once", async () => {
    const email = newAddress();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => askCode(email)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    await expect(askCode(email)).rejects.toMatchObject({ code: "too_many", key: "mail_codes_spent" });
    const mine = outcomes.find((outcome) => outcome.status === "fulfilled");
    if (mine?.status === "fulfilled") await signInByMail(mine.value, BROWSER);
    await expect(askCode(email)).resolves.toBeDefined();
  });

  it("a code is mailed once, however often its job runs, and not when it is over", async () => {
    const { id } = await askCode(newAddress());
    const mailed = () => outsideShops((tx) => tx.select().from(mailCodes).where(eq(mailCodes.id, id)));
    await expect(runJob("mailCode", { codeId: id })).rejects.toMatchObject({ kind: "later" });
    expect((await mailed())[0]?.mailedAt).toBeNull();
    await outsideShops((tx) => tx.update(mailCodes).set({ mailedAt: new Date() }).where(eq(mailCodes.id, id)));
    await expect(runJob("mailCode", { codeId: id })).resolves.toBeUndefined();
  });
});

describe("what may be asked", () => {
  it.each(["VICTIM@victim.test ", "a@b.example,c@d.example", "a@b"])("%j is refused in words", (email) => {
    const parsed = AskMailCode.safeParse({ email, name: "A", locale: "en" });
    expect(parsed.error?.issues[0]?.message).toBe("invalid_email");
  });

  it("a code may be typed with spaces, and is six digits", () => {
    expect(SignInByMail.parse({ ticket: "x".repeat(43), code: "123 456" }).code).toBe("123456");
    expect(SignInByMail.safeParse({ ticket: "x".repeat(43), code: hashToken("x") }).success).toBe(false);
  });
});
