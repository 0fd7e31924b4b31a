import { describe, expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { composeMail } from "./compose-mail";
import { type Mail, sendMail } from "./send-mail";
import { lostPeer, smtpPeer } from "./smtp-fixture";

const mailTo = (to: string, subject = "123456 est votre code"): Mail => ({
  ...composeMail({
    locale: "fr",
    subject,
    paragraphs: ["Bonjour Amélie,", "<b>à</b> bientôt"],
    code: "123456",
    action: { label: "Ouvrir", url: "https://a.example/x?a=1&b=2" },
    footer: ["Parce que."],
    links: [{ label: "Arrêter", url: "https://a.example/stop" }],
  }),
  to,
  id: newId(),
});

const from = "no-reply@shop.example";
const head = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));

describe("a mail handed to a mail server", () => {
  it("arrives once, at one address, in both forms and with a way to stop", async () => {
    const { url, received } = await smtpPeer();
    const mail = { ...mailTo("amelie@mail.example"), unsubscribe: "https://a.example/stop" };
    await sendMail(mail, { url, from });
    expect(received).toHaveLength(1);
    const [one] = received;
    expect(one).toMatchObject({ from, to: ["amelie@mail.example"] });
    const headers = head(one?.raw ?? "");
    expect(headers).toContain("To: amelie@mail.example");
    expect(headers).toContain(`Message-ID: <${mail.id}@localhost>`);
    expect(headers).toContain("List-Unsubscribe: <https://a.example/stop>");
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(one?.raw).toContain("Content-Type: text/plain");
    expect(one?.raw).toContain("Content-Type: text/html");
  });

  it("AUTH-06: nothing but one address is ever handed over", async () => {
    const { url, received } = await smtpPeer();
    for (const to of ["a@b.example,c@d.example", "a@b.example\r\nBcc: c@d.example", '"a@b.example"@c.example', ""])
      await expect(sendMail(mailTo(to), { url, from })).rejects.toMatchObject({ kind: "refused" });
    expect(received).toEqual([]);
  });

  it("lets no line of a subject become a header", async () => {
    const { url, received } = await smtpPeer();
    await sendMail(mailTo("a@b.example", "Bonjour\r\nBcc: c@d.example\u2028x\u202ey"), { url, from });
    expect(received[0]?.to).toEqual(["a@b.example"]);
    expect(head(received[0]?.raw ?? "")).not.toMatch(/^Bcc:/m);
    expect(head(received[0]?.raw ?? "")).toMatch(/^Subject: Bonjour Bcc: c@d\.example x y$/m);
  });

  it("knows a server that is away or busy from one that refuses, and from a lost answer", async () => {
    const away = { url: "smtp://127.0.0.1:1", from };
    await expect(sendMail(mailTo("a@b.example"), away)).rejects.toMatchObject({ kind: "later" });
    const unreadable = { url: "smtp://us%er:word@mail.example", from };
    await expect(sendMail(mailTo("a@b.example"), unreadable)).rejects.toMatchObject({ kind: "later" });
    const says = (code: number) => ({
      onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
        done(Object.assign(new Error("no"), { responseCode: code })),
    });
    for (const [code, kind] of [
      [450, "later"],
      [550, "refused"],
    ] as const) {
      const { url } = await smtpPeer(says(code));
      await expect(sendMail(mailTo("a@b.example"), { url, from })).rejects.toMatchObject({ kind });
    }
    const { url } = await lostPeer();
    await expect(sendMail(mailTo("a@b.example"), { url, from })).rejects.toMatchObject({ kind: "unknown" });
  });
});

describe("the two forms", () => {
  it("escape what people chose, and say the same", () => {
    const { text, html } = mailTo("a@b.example");
    expect(html).toContain("&lt;b&gt;à&lt;/b&gt; bientôt");
    expect(html).toContain("https://a.example/x?a=1&amp;b=2");
    for (const part of ["Bonjour Amélie,", "123456", "https://a.example/x?a=1&b=2", "https://a.example/stop"])
      expect(text).toContain(part);
    expect(html).not.toMatch(/<(img|script|link)/);
  });
});
