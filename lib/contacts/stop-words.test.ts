import { expect, it } from "vitest";
import { isStopWord } from "./stop-words";

it.each([
  "STOP",
  "stop",
  " Stopp. ",
  "ARRÊT",
  "arrêt !",
  "arret",
  "Désabonner",
  "«\u202fDÉSABONNER\u202f»",
  "unsubscribe",
])("takes %j for a stop word", (text) => expect(isStopWord(text)).toBe(true));

it.each(["", "!", "stop now", "Arrêtez-vous dimanche ?", "non stop", "stopstop", "désabonnement"])(
  "takes %j for words like any other",
  (text) => expect(isStopWord(text)).toBe(false),
);
