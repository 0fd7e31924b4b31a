import { expect, it } from "vitest";
import { repliesToSend } from "./quick-replies";

it("sends the answers that say something, each once and as they read", () => {
  expect(repliesToSend(["Oui", " Oui ", "", "  ", "Non"])).toEqual([
    { title: "Oui", payload: "Oui" },
    { title: "Non", payload: "Non" },
  ]);
});
