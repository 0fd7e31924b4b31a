import { wear } from "./wear";

export { ActMark } from "./act-mark";
export { Above, Below } from "./around";
export { Quoting } from "./quoting";
export { StopOffers } from "./stop-offers";

await wear("marks");
