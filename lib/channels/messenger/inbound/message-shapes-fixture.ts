import { at } from "./inbound-fixture";
import { AD, file, hers, NONE, one, PICTURE, page, person, type Shape, said } from "./payload-makers-fixture";

const messages: Shape[] = [
  said("words", { text: "Des pivoines ?", seq: 348847 }, { body: "Des pivoines ?" }),
  said(
    "words with guesses of their meaning",
    { text: "Salut", nlp: { entities: { greetings: [] } } },
    { body: "Salut" },
  ),
  said(
    "words from the plugin of old",
    { text: "Salut", tags: [{ source: "customer_chat_plugin" }] },
    { body: "Salut" },
  ),
  said(
    "a tapped answer",
    { text: "Rouge", quick_reply: { payload: "RED" } },
    {
      body: "Rouge",
      payload: { tapped: { way: "quick_reply", payload: "RED" } },
    },
  ),
  said("words that answer others", { text: "Celui-ci", reply_to: { mid: "m_unknown" } }, { body: "Celui-ci" }),
  file("image", { url: PICTURE }),
  file("audio", { url: "https://cdn.test/a.mp3" }),
  file("video", { url: "https://cdn.test/v.mp4" }),
  file("file", { url: "https://cdn.test/f.doc" }),
  file("image", { url: PICTURE, sticker_id: 369239263222822 }, "sticker"),
  file("sticker", { url: PICTURE, sticker_id: "369239263222822" }),
  said(
    "several pictures",
    { attachments: [1, 2].map(() => ({ type: "image", payload: { url: PICTURE } })) },
    {
      attachments: [{ kind: "image" }, { kind: "image" }],
    },
  ),
  said(
    "a shared link of old",
    {
      attachments: [{ type: "fallback", payload: null, title: "Vitrine", URL: "https://shop.test/a" }],
    },
    { payload: { shared: [{ title: "Vitrine", url: "https://shop.test/a" }] } },
  ),
  said(
    "a shared link on the platform itself",
    {
      attachments: [{ type: "fallback", payload: { title: "Vitrine", url: "/l.php?u=1" } }],
    },
    { payload: { shared: [{ title: "Vitrine", url: "https://www.facebook.com/l.php?u=1" }] } },
  ),
  said(
    "a reel",
    { attachments: [{ type: "reel", payload: { url: "/reel/1", reel_video_id: 1 } }] },
    {
      payload: { shared: [{ url: "https://www.facebook.com/reel/1" }] },
    },
  ),
  said(
    "a place",
    { attachments: [{ type: "location", payload: { coordinates: { lat: 0, long: 0 } } }] },
    {
      payload: { locations: [{ lat: 0, long: 0 }] },
    },
  ),
  said(
    "an appointment",
    { attachments: [{ type: "appointment_booking", payload: { booking_id: "7", status: "confirmed" } }] },
    {
      payload: { template: { template_type: "appointment_booking", booking_id: "7" } },
    },
  ),
  hers(
    "words after a ticked box",
    (told) => ({
      message: { mid: `${told.mid}.box`, text: "Merci" },
      prior_message: { source: "checkbox_plugin", identifier: "box-1" },
    }),
    { body: "Merci", payload: { referral: { source: "checkbox_plugin", ref: "box-1" } } },
  ),
  hers(
    "words after an advertisement",
    (told) => ({
      message: {
        mid: `${told.mid}.ad`,
        text: "Encore là ?",
        referral: { ...AD, ads_context_data: { ad_title: "Mai" } },
      },
    }),
    { body: "Encore là ?", payload: { referral: { source: "ADS", adId: "6012345" } } },
  ),
  hers(
    "a tap with a link's word",
    {
      postback: {
        title: "Démarrer",
        payload: "START",
        referral: { ref: "vitrine", source: "SHORTLINK", type: "OPEN_THREAD" },
      },
    },
    { body: "Démarrer", payload: { tapped: { way: "postback", payload: "START" }, referral: { ref: "vitrine" } } },
  ),
  hers("a tap without a title", { postback: { payload: "MENU" } }, { body: "MENU" }),
];

const echoes: Shape[] = [
  one(
    "an echo from the Page's inbox",
    (told) => page(told, { message: { mid: `${told.mid}.e`, is_echo: true, text: "Oui" } }),
    {
      thread: [{ author: "member", body: "Oui", payload: { sentFrom: "page_inbox" } }],
    },
  ),
  one(
    "an echo of another app",
    (told) =>
      page(told, {
        message: { mid: `${told.mid}.e`, is_echo: true, app_id: 205552219930699, metadata: "M", seq: 1, text: "Oui" },
      }),
    {
      thread: [{ author: "app", body: "Oui", payload: { sentFrom: "other_app" } }],
    },
  ),
  one(
    "an echo of another app's receipt",
    (told) =>
      page(told, {
        message: {
          ...{ mid: `${told.mid}.e`, is_echo: true, app_id: 1559999994822905 },
          attachments: [
            {
              title: "Vase",
              url: null,
              type: "template",
              payload: { template_type: "receipt", order_number: "505.0" },
            },
          ],
        },
      }),
    { thread: [{ author: "app", kind: "template", payload: { template: { template_type: "receipt" } } }] },
  ),
];

const changes: Shape[] = [
  one("an edit", (told) => person(told, { message_edit: { mid: told.mid, text: "Bonsoir", num_edit: "1" } }), {
    first: { body: "Bonsoir", edited: true },
  }),
  one("a message taken back", (told) => person(told, { message: { mid: told.mid, is_deleted: true } }), {
    first: { body: "", unsent: true },
  }),
  one(
    "a reaction",
    (told) => person(told, { reaction: { mid: "m_none_of_ours", action: "react", reaction: "love", emoji: "❤" } }),
    NONE,
  ),
  one("a reaction taken back", (told) => person(told, { reaction: { mid: told.mid, action: "unreact" } }), NONE),
  one(
    "a delivery with mids and no time",
    (told) => {
      const { timestamp: _, ...item } = person(told, { delivery: { mids: ["m_1"], watermark: at(5), seq: 37 } });
      return item;
    },
    NONE,
  ),
  one("a delivery without mids", (told) => person(told, { delivery: { watermark: at(5) } }), NONE),
  one("a read", (told) => person(told, { read: { watermark: at(5), seq: 38 } }), NONE),
  one("a read told the other way round", (told) => page(told, { read: { watermark: at(5) } }), NONE),
];

/** Messages, echoes of them and what changes one, in each known shape. Sources: messenger-platform.md §2.4 and §2.5. */
export const MESSAGE_SHAPES: readonly Shape[] = [...messages, ...echoes, ...changes];
