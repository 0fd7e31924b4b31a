import { parameterWrong } from "../facebook-error";
import { listAt, objectAt, optionalTextAt, textAt, urlAt, wordAt } from "./shape";

const KINDS = ["web_url", "postback", "phone_number", "account_link", "account_unlink"] as const;
/** Gone; whoever still sends one is refused. */
const RETIRED = ["element_share", "game_play", "payment", "nested"];
const HEIGHTS = ["compact", "tall", "full"] as const;

/** Checks the buttons of a template. Source: Messenger reference §3.4, with the recorded subcodes. */
export function checkButtons(value: unknown, name: string, least: number, most = 3): void {
  for (const [place, item] of listAt(value, name, least, most).entries()) {
    const at = `${name}[${place}]`;
    const button = objectAt(item, at);
    if (typeof button.type === "string" && RETIRED.includes(button.type))
      throw parameterWrong(`${at}: the button type ${button.type} is no longer supported.`);
    checkButton(button, at);
  }
}

function checkButton(button: Record<string, unknown>, at: string): void {
  const type = wordAt(button.type, `${at}[type]`, KINDS);
  if (type === "account_unlink") return;
  if (type === "account_link") {
    if (!urlAt(button.url, `${at}[url]`).startsWith("https:")) throw parameterWrong(`${at}[url] must be https.`);
    return;
  }
  textAt(button.title, `${at}[title]`, 20, 2018053);
  if (type === "web_url") checkLink(button, at, 2018041);
  else textAt(button.payload, `${at}[payload]`, 1_000, 2018040);
  if (type === "phone_number" && !/^\+[\d ().-]{5,20}$/.test(String(button.payload)))
    throw parameterWrong(`${at}[payload] must be a phone number beginning with +`);
}

/** Checks where a link leads and how its page opens; `missing` is the subcode for no address. */
export function checkLink(link: Record<string, unknown>, at: string, missing?: number): void {
  if (link.url === undefined) throw parameterWrong(`${at}[url] is required`, missing);
  urlAt(link.url, `${at}[url]`);
  if (link.webview_height_ratio !== undefined)
    wordAt(String(link.webview_height_ratio).toLowerCase(), `${at}[webview_height_ratio]`, HEIGHTS);
  if (link.fallback_url !== undefined) urlAt(link.fallback_url, `${at}[fallback_url]`);
}

const REPLIES = ["text", "user_phone_number", "user_email"] as const;

/** Checks quick replies: 13 at most; a text one needs a title or a picture, and a payload. Source: §3.3. */
export function checkQuickReplies(value: unknown): void {
  for (const [place, item] of listAt(value, "message[quick_replies]", 1, 13).entries()) {
    const at = `message[quick_replies][${place}]`;
    const reply = objectAt(item, at);
    const type = wordAt(reply.content_type, `${at}[content_type]`, REPLIES);
    if (reply.image_url !== undefined) urlAt(reply.image_url, `${at}[image_url]`);
    if (type !== "text") continue;
    if (reply.image_url === undefined) textAt(reply.title, `${at}[title]`, 20);
    else if (reply.title !== "") optionalTextAt(reply.title, `${at}[title]`, 20);
    textAt(reply.payload, `${at}[payload]`, 1_000);
  }
}
