import { z } from "zod";
import type { MessagePayload } from "#db/schema/conversations";
import type { Location } from "#lib/conversations/locations";
import type { IncomingFile } from "#lib/conversations/store-from-platform";
import { Id, keptJson, Words, webAddress } from "./hook-values";

/** On the globe, in degrees. */
const Coordinates = z.object({ lat: z.number().min(-90).max(90), long: z.number().min(-180).max(180) });

const Payload = z
  .object({
    url: z.string().nullish(),
    title: Words.nullish(),
    sticker_id: Id.nullish(),
    template_type: z.string().nullish(),
    product: z.unknown().optional(),
    coordinates: Coordinates.nullish().catch(null),
    booking_id: Id.nullish(),
  })
  .loose();

/** Source: messenger-platform.md §2.5. A payload may be missing, null, or beside `type` in old shapes. */
export const Attachment = z
  .object({
    type: z.string().max(100),
    payload: Payload.nullish(),
    url: z.string().nullish(),
    /** So some older shared links spell it. */
    URL: z.string().nullish(),
    title: Words.nullish(),
  })
  .transform(({ payload, ...outer }) => ({
    type: outer.type,
    payload: payload ?? Payload.parse({}),
    url: payload?.url ?? outer.url ?? outer.URL ?? null,
    title: payload?.title ?? outer.title ?? null,
    stickerId: payload?.sticker_id ?? null,
  }));
type Attachment = z.output<typeof Attachment>;

const FILES = new Set(["image", "audio", "video", "file", "sticker"]);

function fileOf(one: Attachment): IncomingFile {
  const kind = one.stickerId === null ? one.type : "sticker";
  const sourceUrl = webAddress(one.url);
  return { kind: FileKind.parse(kind), sourceUrl, fileName: nameIn(sourceUrl) };
}

const FileKind = z.enum(["image", "audio", "video", "file", "sticker"]);

function nameIn(address: string | null): string {
  const last = address ? (new URL(address).pathname.split("/").at(-1) ?? "") : "";
  return last.slice(-120).replace(/[^\w.()-]/g, "_");
}

const sharedOf = (one: Attachment) => ({ title: one.title, url: webAddress(one.url) });

function locationOf(one: Attachment): Location[] {
  const { coordinates } = one.payload;
  return coordinates ? [{ ...coordinates, ...sharedOf(one) }] : [];
}

const isCard = ({ type, payload }: Attachment) =>
  type === "template" || type === "appointment_booking" || payload.product !== undefined;

/** What a message's attachments are to us: files to fetch, links that were shared, places, a card. */
export function readAttachments(given: readonly Attachment[]): {
  files: IncomingFile[];
  payload: Pick<MessagePayload, "shared" | "locations" | "template">;
} {
  const stickers = new Set(given.filter(({ type }) => type === "sticker").map(({ stickerId }) => stickerId));
  const once = given.filter(({ type, stickerId }) => type === "sticker" || !stickerId || !stickers.has(stickerId));
  const cards = once.filter(isCard);
  const others = once.filter((one) => !FILES.has(one.type) && !isCard(one));
  const locations = others.flatMap(locationOf);
  const shared = others.filter((one) => locationOf(one).length === 0).map(sharedOf);
  const [card] = cards;
  return {
    files: once.filter((one) => FILES.has(one.type) && !isCard(one)).map(fileOf),
    payload: {
      ...(shared.length > 0 ? { shared } : {}),
      ...(locations.length > 0 ? { locations } : {}),
      ...(card ? { template: keptJson({ template_type: card.type, ...card.payload }) } : {}),
    },
  };
}
