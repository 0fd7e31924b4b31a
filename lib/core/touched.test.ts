import { describe, expect, it } from "vitest";
import { Touched } from "./touched";

const HERE = "/s/fleurs/settings/retention";

function page() {
  const field = (form: string | null) => ({ form, isConnected: true });
  const touched = new Touched<ReturnType<typeof field>>(({ form }) => form);
  return { touched, field, unsaved: () => touched.unsaved(HERE) };
}

describe("what was changed on a page", () => {
  it("stands unsaved until its form was saved, whatever else is", () => {
    const { touched, field, unsaved } = page();
    const [name, box, loose] = [field("one"), field("two"), field(null)];
    expect(unsaved()).toBe(false);
    for (const changed of [name, box, loose]) touched.touch(changed, HERE);
    for (const acted of [name, loose]) {
      touched.act(acted);
      touched.saving()();
      expect(unsaved()).toBe(true);
    }
    touched.act(box);
    touched.saving()();
    expect(unsaved(), "what stands in no form").toBe(true);
    touched.savingPage()();
    expect(unsaved()).toBe(false);
  });

  it("is not saved by what is done outside of its form", () => {
    const { touched, field, unsaved } = page();
    const name = field("one");
    touched.touch(name, HERE);
    touched.act(name);
    touched.act(field(null));
    touched.saving()();
    touched.savingPage()();
    expect(unsaved()).toBe(true);
  });

  it("stays unsaved where it was refused, and where it was changed again while it was being saved", () => {
    const { touched, field, unsaved } = page();
    const name = field("one");
    touched.touch(name, HERE);
    touched.act(name);
    touched.saving();
    expect(unsaved()).toBe(true);
    const saved = touched.saving();
    touched.touch(name, HERE);
    saved();
    expect(unsaved()).toBe(true);
    touched.saving()();
    expect(unsaved()).toBe(false);
  });

  it("is nothing any more once the field is gone, or the address was left", () => {
    const { touched, field, unsaved } = page();
    const name = field("one");
    touched.touch(name, HERE);
    name.isConnected = false;
    expect(unsaved()).toBe(false);
    touched.touch(field(null), "/s/fleurs/contacts?q=a");
    expect(unsaved()).toBe(false);
  });
});
