import { wear } from "./wear";

export { Above, Below } from "./around";

await wear("marks");
