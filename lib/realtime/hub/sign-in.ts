import { z } from "zod";
import type { AppState } from "./app-state";
import type { Connection } from "./connection";
import { MAX_PERSON_DATA, readUserData } from "./presence-data";
import { CODE, frame } from "./protocol";
import { authMatches } from "./signature";

const SignIn = z.strictObject({ auth: z.string().max(256), user_data: z.string().max(MAX_PERSON_DATA) });

/**
 * `pusher:signin`: ties the socket to a person, by a signature over `socket_id::user::user_data`, so that the person's
 * sockets can be ended together. A wrong signature, or a second person on one socket, closes with 4009.
 */
export function signIn(state: AppState, connection: Connection, data: unknown): void {
  const request = SignIn.safeParse(data).data;
  const user = request && readUserData(request.user_data);
  const text = `${connection.id}::user::${request?.user_data}`;
  const other = connection.user !== null && connection.user.id !== user?.id;
  if (!request || !user || other || !authMatches(state.app, text, request.auth)) {
    connection.close(CODE.unauthorized, "Sign-in refused");
    return;
  }
  state.signIn(connection, user);
  connection.send(frame("pusher:signin_success", JSON.stringify({ user_data: request.user_data })));
}
