import type { AppState } from "./app-state";
import type { Connection } from "./connection";
import { CODE, errorFrame, PONG } from "./protocol";
import type { Frame } from "./read-frame";
import { signIn } from "./sign-in";
import { subscribe, unsubscribe } from "./subscribe";

const CLIENT_EVENT_REFUSED = errorFrame(CODE.clientEvent, "Client events are not accepted");
const BAD_FRAME = errorFrame(CODE.badFrame, "Not understood");

/** Answers one frame. What is not part of the protocol, and every client event, gets a number and a fixed sentence. */
export function handleFrame(state: AppState, connection: Connection, frame: Frame | null): void {
  switch (frame?.event) {
    case "pusher:ping":
      connection.send(PONG);
      break;
    case "pusher:pong":
      break;
    case "pusher:subscribe":
      subscribe(state, connection, frame.data);
      break;
    case "pusher:unsubscribe":
      unsubscribe(state, connection, frame.data);
      break;
    case "pusher:signin":
      signIn(state, connection, frame.data);
      break;
    default:
      connection.send(frame?.event.startsWith("client-") ? CLIENT_EVENT_REFUSED : BAD_FRAME);
  }
}
