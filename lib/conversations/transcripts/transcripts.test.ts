import { describe, expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { visitorTranscript } from "#lib/connect/visitor-transcript";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { deliverMessage } from "../deliver-message";
import { sendMessage } from "../send-message";
import { writeNote } from "../write-note";
import { memberTranscript } from "./member-transcript";
import { transcriptResponse } from "./write-transcript";

async function thread(says = "Avez-vous des pivoines ?") {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop, says);
  const write = (body: string, sendAt?: string) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body, ...(sendAt ? { sendAt } : {}) });
  const { id: messageId } = await write("Oui, du Corail.");
  await deliverMessage(shop.id, { conversationId, messageId });
  await write("Demain seulement", new Date(Date.now() + HOUR).toISOString());
  await writeNote(owner, { conversationId, clientKey: newId(), body: "Cliente fidèle" });
  const hers = async (as: "text" | "html") =>
    transcriptResponse(await visitorTranscript(shop, visitor, { locale: "fr" }), as).text();
  const ours = async (notes: "true" | "false", as: "text" | "html" = "text") =>
    transcriptResponse(await memberTranscript(owner, { conversationId, as, notes }, "en"), as).text();
  return { shop, hers, ours };
}

describe("a transcript", () => {
  it("holds for the shopper what she wrote and what reached her, and nothing else", async () => {
    const { shop, hers } = await thread();
    const text = await hers("text");
    expect(text).toContain(`Conversation avec ${shop.name}`);
    expect(text).toMatch(/ · Vous\nAvez-vous des pivoines \?\n/);
    expect(text).toContain("Oui, du Corail.");
    expect(text).not.toMatch(/Cliente fidèle|Demain seulement/);
    expect(await hers("html")).not.toMatch(/Cliente fidèle|Demain seulement/);
  });

  it("holds the notes for a member only where she asks for them, and says that they are", async () => {
    const { ours } = await thread();
    expect(await ours("false")).not.toContain("Cliente fidèle");
    expect(await ours("true")).toMatch(/\(internal note\)\nCliente fidèle\n/);
    expect(await ours("true")).not.toContain("Demain seulement");
  });

  it("is read in order, and what people wrote is text of the page and never its markup", async () => {
    const { hers } = await thread("<img src=x onerror=alert(1)> & moi");
    const page = await hers("html");
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; moi");
    expect(page).not.toContain("<img");
    expect(page.indexOf("onerror")).toBeLessThan(page.indexOf("Oui, du Corail."));
  });
});
