import { type Html, html } from "../../html";
import type { Visit } from "../visit";
import { drawPage } from "./page";

/** A page that says what cannot be shown or done, and leads back to the window. */
export function drawProblem(visit: Visit, sentence: string): Html {
  const main = html`<div class="narrow-page empty"><h1 class="serif">${sentence}</h1><a class="solid" href="/">${visit.words.backToShop}</a></div>`;
  return drawPage(visit, { path: "/", title: "Maison Pivoine", main });
}
