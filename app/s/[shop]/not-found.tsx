import { NotThere } from "./_parts/not-there";

export default function NotFound() {
  return <NotThere />;
}
