import { start } from "../main";
import { en } from "../words/en";

start(en);
