import { start } from "../main";
import { fr } from "../words/fr";

start(fr);
