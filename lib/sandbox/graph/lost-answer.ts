/** Thrown after something was done, so that the caller gets no usable answer to it: the connection breaks off. */
export class LostAnswer extends Error {
  override readonly name = "LostAnswer";
  /** What the list of what crossed says: no HTTP status came over. */
  readonly status = 0;

  /** An answer that begins and then breaks, so that the socket is closed under the caller. */
  response(): Response {
    const broken = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"recipient_id":"'));
      },
      pull(stream) {
        stream.error(new Error("the connection was reset"));
      },
    });
    return new Response(broken, { status: 200, headers: { "content-type": "application/json; charset=UTF-8" } });
  }
}
