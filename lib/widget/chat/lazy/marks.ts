import { wear } from "./wear";

export { Quote } from "./quote";

await wear("marks");
