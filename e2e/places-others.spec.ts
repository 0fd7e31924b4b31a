import { examine } from "./examine";
import { PLACES } from "./places";

examine(PLACES.filter(({ who }) => who !== "Léa Moreau"));
