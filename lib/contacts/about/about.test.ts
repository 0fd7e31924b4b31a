import { describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contactNotes } from "#db/schema/contact-about";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { undoMerge } from "#lib/connect/undo-merge";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { archiveField, restoreField } from "../fields/archive-field";
import type { SaveField } from "../fields/input";
import { listFields } from "../fields/list-fields";
import { orderFields } from "../fields/order-fields";
import { saveField } from "../fields/save-field";
import { loadContact } from "../load-contact";
import { SaveContactNote, SetContactField } from "./input";
import { MOST_NOTES } from "./limits";
import { removeContactNote } from "./remove-note";
import { restoreContactNote } from "./restore-note";
import { saveContactNote } from "./save-note";
import { setContactField } from "./set-field";

async function scene() {
  const { shop, owner } = await makeShop();
  const { contactId } = await makeVisitor(shop);
  const about = async (of = contactId) => (await loadContact(owner, { contactId: of })).about;
  return { shop, owner, contactId, about, noteId: newId() };
}

describe("a note about a contact", () => {
  it("is written once however often it is sent, changed, deleted, and put back by an undo", async () => {
    const { owner, contactId, about, noteId } = await scene();
    const agent = await makeMember(owner, "agent", "Karim Benali");
    const fresh = { contactId, noteId, body: "Prefers peonies", version: 0 };
    await saveContactNote(owner, fresh);
    await saveContactNote(owner, fresh);
    expect((await about()).notes).toMatchObject([{ id: noteId, body: "Prefers peonies", version: 1 }]);
    await saveContactNote(agent, { ...fresh, body: "Prefers roses", version: 1 });
    expect((await about()).notes).toMatchObject([{ body: "Prefers roses", by: "Karim Benali", version: 2 }]);
    const late = saveContactNote(owner, { ...fresh, body: "Prefers tulips", version: 1 });
    await expect(late).rejects.toMatchObject({ key: "note_changed" });
    await removeContactNote(owner, { contactId, noteId });
    expect((await about()).notes).toEqual([]);
    await expect(removeContactNote(owner, { contactId, noteId })).rejects.toMatchObject({ code: "not_found" });
    await saveContactNote(owner, { ...fresh, body: "Prefers roses" });
    expect((await about()).notes).toMatchObject([{ id: noteId, body: "Prefers roses" }]);
  });

  it("that is put back after it was deleted is by whom and of when it was, for this contact and a while alone", async () => {
    const { shop, owner, contactId, about, noteId } = await scene();
    const agent = await makeMember(owner, "agent", "Karim Benali");
    await saveContactNote(agent, { contactId, noteId, body: "Prefers peonies", version: 0 });
    await saveContactNote(agent, { contactId, noteId, body: "Prefers roses", version: 1 });
    const before = (await about()).notes;
    const { removed } = await removeContactNote(owner, { contactId, noteId });
    expect(removed).not.toContain("roses");
    const other = await makeVisitor(shop);
    for (const wrong of [
      { contactId: other.contactId, removed },
      { contactId, removed: removed.slice(0, -8) },
    ])
      await expect(restoreContactNote(owner, wrong)).rejects.toEqual(notFound("note"));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * HOUR });
    await expect(restoreContactNote(owner, { contactId, removed })).rejects.toEqual(notFound("note"));
    vi.useRealTimers();
    await restoreContactNote(owner, { contactId, removed });
    await restoreContactNote(owner, { contactId, removed });
    expect((await about()).notes).toEqual(before);
  });

  it("sent again is there once where the contact has as many as it may, and one more is refused", async () => {
    const { shop, owner, contactId, about, noteId } = await scene();
    const last = { contactId, noteId, body: "The last", version: 0 };
    const others = Array.from({ length: MOST_NOTES - 1 }, () => ({ id: newId(), body: "x" }));
    await inShop(shop.id, (tx) =>
      tx
        .insert(contactNotes)
        .values(others.map((one) => ({ ...one, shopId: shop.id, contactId, byMemberId: owner.memberId }))),
    );
    await saveContactNote(owner, last);
    await saveContactNote(owner, last);
    expect((await about()).notes).toHaveLength(MOST_NOTES);
    const more = saveContactNote(owner, { ...last, noteId: newId() });
    await expect(more).rejects.toMatchObject({ key: "too_many_notes" });
    const { removed } = await removeContactNote(owner, { contactId, noteId });
    await saveContactNote(owner, { ...last, noteId: newId() });
    await restoreContactNote(owner, { contactId, removed });
    expect((await about()).notes).toHaveLength(MOST_NOTES + 1);
    await expect(saveContactNote(owner, { ...last, noteId: newId() })).rejects.toMatchObject({ key: "too_many_notes" });
  });

  it("is not put back past twice as many", async () => {
    const { shop, owner, contactId, noteId } = await scene();
    await saveContactNote(owner, { contactId, noteId, body: "The first", version: 0 });
    const { removed } = await removeContactNote(owner, { contactId, noteId });
    const others = Array.from({ length: 2 * MOST_NOTES }, () => ({
      id: newId(),
      body: "x",
      shopId: shop.id,
      contactId,
    }));
    await inShop(shop.id, (tx) =>
      tx.insert(contactNotes).values(others.map((one) => ({ ...one, byMemberId: owner.memberId }))),
    );
    const back = restoreContactNote(owner, { contactId, removed });
    await expect(back).rejects.toMatchObject({ key: "too_many_notes", params: { max: 2 * MOST_NOTES } });
  });

  it("is the shop's alone, though another has the same id", async () => {
    const [ours, theirs] = [await scene(), await scene()];
    const note = { noteId: ours.noteId, body: "Prefers peonies", version: 0 };
    await saveContactNote(ours.owner, { ...note, contactId: ours.contactId });
    await saveContactNote(theirs.owner, { ...note, contactId: theirs.contactId, body: "Theirs" });
    expect((await theirs.about()).notes).toMatchObject([{ body: "Theirs" }]);
    const foreign = saveContactNote(ours.owner, { ...note, contactId: theirs.contactId });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([[""], ["   "], ["a\0"], ["x".repeat(2_001)]])("does not say %j", (body) => {
    const note = { contactId: newId(), noteId: newId(), body, version: 0 };
    expect(SaveContactNote.safeParse(note).success).toBe(false);
  });
});

describe("a custom field", () => {
  it("is the shop's once it is filled in, however its name is written, and gone when nobody has it", async () => {
    const { shop, owner, contactId, about } = await scene();
    const other = await makeVisitor(shop);
    await setContactField(owner, { contactId, name: "Birthday", value: "12 June" });
    await setContactField(owner, { contactId: other.contactId, name: "BIRTHDAY", value: "1 May" });
    expect(await about()).toMatchObject({
      fields: [{ name: "Birthday", value: "12 June" }],
      shapes: [{ name: "Birthday" }],
    });
    await setContactField(owner, { contactId, name: "birthday", value: "13 June" });
    expect((await about()).fields).toEqual([{ name: "Birthday", value: "13 June" }]);
    await setContactField(owner, { contactId, name: "Birthday", value: "" });
    expect(await about()).toMatchObject({ fields: [], shapes: [{ name: "Birthday" }] });
    await setContactField(owner, { contactId: other.contactId, name: "Birthday", value: "" });
    expect((await about()).shapes).toEqual([]);
    expect(SetContactField.safeParse({ contactId, name: " ", value: "x" }).success).toBe(false);
  });

  it("is not overwritten where somebody changed it after the editor was opened, and not by an undo", async () => {
    const { owner, contactId, about } = await scene();
    const agent = await makeMember(owner);
    const size = { contactId, name: "Size", value: "M", before: "" };
    await setContactField(owner, size);
    await setContactField(owner, size);
    await setContactField(agent, { ...size, value: "L", before: "M" });
    for (const value of ["S", ""]) {
      const late = setContactField(owner, { ...size, name: "size", value, before: "M" });
      await expect(late).rejects.toMatchObject({ key: "field_changed" });
    }
    expect((await about()).fields).toEqual([{ name: "Size", value: "L" }]);
    await setContactField(agent, { ...size, value: "", before: "L" });
    await expect(setContactField(owner, { ...size, before: "L" })).rejects.toMatchObject({ key: "field_changed" });
  });

  it("is made once by two at the same time, up to fifty in a shop", async () => {
    const { owner, contactId, about } = await scene();
    const set = (name: string) => setContactField(owner, { contactId, name, value: "x" });
    await Promise.all([set("Size"), set("size"), set("SIZE")]);
    expect((await about()).shapes).toHaveLength(1);
    for (let n = 1; n < 50; n += 1) await set(`Field ${n}`);
    await expect(set("One more")).rejects.toMatchObject({ key: "too_many_fields" });
  });
});

const options = (...names: string[]) => names.map((name) => ({ was: null, name }));

describe("a custom field that is defined in the settings", () => {
  it("stays with nobody, stands in its order, and takes nothing but its kind", async () => {
    const { owner, contactId, about } = await scene();
    const size = await saveField(owner, { name: "Size", kind: "choice", choices: options("S", "M") });
    const bought = await saveField(owner, { name: "Bought", kind: "number", choices: [] });
    const birthday = await saveField(owner, { name: "Birthday", kind: "date", choices: [] });
    await orderFields(owner, { fieldIds: [birthday.id, size.id] });
    expect((await about()).shapes.map(({ name }) => name)).toEqual(["Birthday", "Size", "Bought"]);
    const set = (name: string, value: string) => setContactField(owner, { contactId, name, value });
    await expect(set("Size", "XL")).rejects.toMatchObject({ key: "field_not_choice", params: { choices: "S, M" } });
    for (const wrong of ["12,5", "1e3", "0x10", "1234567890123"])
      await expect(set("Bought", wrong)).rejects.toMatchObject({ key: "field_not_number" });
    for (const wrong of ["12 June", "2026-02-30"])
      await expect(set("Birthday", wrong)).rejects.toMatchObject({ key: "field_not_date" });
    await set("Size", "m");
    await set("Bought", "012.50");
    await set("Birthday", "2024-02-29");
    expect((await about()).fields).toEqual([
      { name: "Birthday", value: "2024-02-29" },
      { name: "Size", value: "M" },
      { name: "Bought", value: "12.5" },
    ]);
    await set("Size", "");
    expect((await about()).shapes).toContainEqual({ name: "Size", kind: "choice", choices: ["S", "M"], defined: true });
    expect((await listFields(owner)).map(({ id }) => id)).toEqual([birthday.id, size.id, bought.id]);
  });

  it("keeps what contacts hold under other names, and takes no kind that this does not fit", async () => {
    const { owner, contactId, about } = await scene();
    const field = await saveField(owner, { name: "Size", kind: "choice", choices: options("Small", "Large") });
    await setContactField(owner, { contactId, name: "Size", value: "Small" });
    const save = (choices: SaveField["choices"], kind: SaveField["kind"] = "choice") =>
      saveField(owner, { fieldId: field.id, name: "Fit", kind, choices });
    const [small, large] = ["Small", "Large"];
    await save([
      { was: small, name: large },
      { was: large, name: small },
    ]);
    expect((await about()).fields).toEqual([{ name: "Fit", value: "Large" }]);
    const other = { key: "field_holds_other", params: { value: "Large" } };
    await expect(save([{ was: small, name: small }])).rejects.toMatchObject(other);
    await expect(save([], "number")).rejects.toMatchObject(other);
    await expect(save([], "date")).rejects.toMatchObject(other);
    await expect(save([])).rejects.toMatchObject({ key: "field_no_choices" });
    await expect(save(options("a", "A"))).rejects.toMatchObject({ key: "field_same_choices" });
    expect(await save([], "text")).toMatchObject({ kind: "text", choices: [] });
    const taken = saveField(owner, { name: "FIT", kind: "text", choices: [] });
    await expect(taken).rejects.toMatchObject({ key: "field_name_taken" });
  });

  it("is shown no more once it is archived, and brought back with all it held, by owners and admins", async () => {
    const { owner, contactId, about } = await scene();
    const agent = await makeMember(owner);
    const { id: fieldId } = await saveField(owner, { name: "Size", kind: "text", choices: [] });
    await setContactField(owner, { contactId, name: "Size", value: "M" });
    await archiveField(owner, { fieldId });
    expect(await about()).toMatchObject({ fields: [], shapes: [] });
    const filling = setContactField(agent, { contactId, name: "size", value: "L" });
    await expect(filling).rejects.toMatchObject({ key: "field_archived" });
    const again = saveField(owner, { name: "Size", kind: "text", choices: [] });
    await expect(again).rejects.toMatchObject({ key: "field_archived" });
    await restoreField(owner, { fieldId });
    expect((await about()).fields).toEqual([{ name: "Size", value: "M" }]);
    const doors = [
      () => archiveField(agent, { fieldId }),
      () => restoreField(agent, { fieldId }),
      () => orderFields(agent, { fieldIds: [fieldId] }),
      () => saveField(agent, { fieldId, name: "Fit", kind: "text", choices: [] }),
    ];
    for (const door of doors) await expect(door()).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("what was written about merged contacts stands on the one that is left, and parts with them again", async () => {
  const { shop, owner, contactId, about, noteId } = await scene();
  const other = await makeVisitor(shop);
  const value = (of: string, text: string) => setContactField(owner, { contactId: of, name: "Size", value: text });
  await value(contactId, "S");
  await value(other.contactId, "M");
  await saveContactNote(owner, { contactId: other.contactId, noteId, body: "Prefers peonies", version: 0 });
  const { contactId: kept, mergeId } = await mergeContacts(owner, { contactId, otherId: other.contactId });
  expect(await about(kept)).toMatchObject({ notes: [{ id: noteId }], fields: [{ name: "Size", value: "M" }] });
  await saveContactNote(owner, { contactId: kept, noteId, body: "Prefers roses", version: 1 });
  await undoMerge(owner, { mergeId: mergeId ?? "" });
  expect(await about(contactId)).toMatchObject({ notes: [], fields: [{ value: "S" }] });
  expect(await about(other.contactId)).toMatchObject({ notes: [{ body: "Prefers roses" }], fields: [{ value: "M" }] });
});
