/** @jsxImportSource ../dom */
import { keepLoading } from "../part";
import type { AppProps } from "../parts/app";
import type { SessionView } from "../views";
import { OptInCard } from "./opt-in-card";

let part: typeof import("./rating") | undefined;
let asked = false;

/** What she is asked below the conversation: how it went, once it is closed, and which messages she wants later. */
export function Asks(props: AppProps & { name: string; session: SessionView }) {
  const { session, actions } = props;
  const { rating, mayAsk } = session;
  if (rating && !asked) {
    asked = true;
    void keepLoading("rating").then((fetched) => {
      part = fetched;
      actions.tools.store.tell();
    });
  }
  return (
    <>
      {rating && part?.RatingCard({ ...props, rating })}
      {mayAsk && <OptInCard {...props} />}
    </>
  );
}
