import { Touched } from "#lib/core/touched";

/** What stands over the page, and would be lost with it; a voice message being recorded, too. */
export const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="timer"]';
/** Buttons that are turned on and off. */
const TURNED = '[role="switch"], [role="checkbox"], [role="radio"]';
/** Ticks that only choose lines of a table. */
const PASSING = "table, [role=toolbar]";

const touched = new Touched<Element>((field) => field.closest("form"));
const address = () => location.pathname + location.search;

function hear({ type, target }: Event): void {
  // What is pressed in a layer asks on for the form it was opened from.
  if (!(target instanceof Element) || target.closest(OPEN)) return;
  touched.act(target);
  const button = type === "click" ? target.closest(TURNED) : null;
  const field = type === "input" ? target : button;
  const passing = field instanceof HTMLInputElement && field.type === "checkbox" && field.closest(PASSING);
  if (field && !passing) touched.touch(field, address());
}

/** Follows what is changed on the page by typing, choosing and turning on or off; returns the way to stop. */
export function watchFields(): () => void {
  const heard = ["input", "click", "submit"] as const;
  for (const type of heard) document.addEventListener(type, hear, true);
  return () => {
    for (const type of heard) document.removeEventListener(type, hear, true);
  };
}

/** Whether a field of this page was changed and not saved since. */
export const hasUnsaved = (): boolean => touched.unsaved(address());

/** To be called as an action begins that saves what stands in the form acted in last; the answer, once it did. */
export const saving = (): (() => void) => touched.saving();

/** The same of an action that saves a page which is edited as a whole, without a form. */
export const savingPage = (): (() => void) => touched.savingPage();
