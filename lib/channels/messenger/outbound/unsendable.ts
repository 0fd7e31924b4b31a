/** A message that cannot be made into a call at all. `key` is a key of the message catalogue `messengerSend.problems`. */
export class Unsendable extends Error {
  override readonly name = "Unsendable";
  readonly key: string;

  constructor(key: string) {
    super(`a message cannot be sent: ${key}`);
    this.key = key;
  }
}
