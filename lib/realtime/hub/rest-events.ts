import { z } from "zod";
import type { AppState } from "./app-state";
import { channelInfo, readInfo } from "./channel-info";
import { CHANNEL_NAME, frame, MAX_NAME, SOCKET_ID } from "./protocol";
import { type Answer, ok, refusal } from "./rest-answer";

const MAX_CHANNELS = 100;
const MAX_BATCH = 10;

const ChannelName = z.string().regex(CHANNEL_NAME);
const common = {
  name: z
    .string()
    .min(1)
    .max(MAX_NAME)
    .refine((name) => !/^pusher(_internal)?:/.test(name)),
  data: z.string(),
  socket_id: z.string().regex(SOCKET_ID).optional(),
  info: z.string().max(MAX_NAME).optional(),
};
const ToMany = z.strictObject({ ...common, channels: z.array(ChannelName).min(1).max(MAX_CHANNELS) });
const ToOne = z.strictObject({ ...common, channel: ChannelName });
const Event = z.union([ToMany, ToOne.transform(({ channel, ...event }) => ({ ...event, channels: [channel] }))]);
const Batch = z.strictObject({ batch: z.array(ToOne).min(1).max(MAX_BATCH) });

const TOO_LARGE = refusal(413, "The data of an event may be 10 KB at most");
const MALFORMED = refusal(400, "Malformed event");

function tooLarge(state: AppState, data: string): boolean {
  return Buffer.byteLength(data) > state.limits.eventBytes;
}

function deliver(state: AppState, name: string, data: string, channel: string, socketId: string | undefined): void {
  const except = socketId === undefined ? undefined : state.connections.get(socketId);
  state.channels.get(channel)?.broadcast(frame(name, data, channel), except);
}

/** `POST /apps/{id}/events`: one event to up to 100 channels, but not to the socket `socket_id`. */
export function postEvent(state: AppState, body: unknown): Answer {
  const { data: event } = Event.safeParse(body);
  const info = event && readInfo(event.info);
  if (!event || !info) return MALFORMED;
  if (tooLarge(state, event.data)) return TOO_LARGE;
  for (const channel of new Set(event.channels)) deliver(state, event.name, event.data, channel, event.socket_id);
  if (info.length === 0) return ok({});
  return ok({ channels: Object.fromEntries(event.channels.map((name) => [name, channelInfo(state, name, info)])) });
}

/** `POST /apps/{id}/batch_events`: up to 10 events, all of them or none, delivered in the order given. */
export function postBatch(state: AppState, body: unknown): Answer {
  const { data } = Batch.safeParse(body);
  const infos = data?.batch.map((event) => readInfo(event.info));
  if (!data || !infos || infos.includes(null)) return MALFORMED;
  if (data.batch.some((event) => tooLarge(state, event.data))) return TOO_LARGE;
  for (const event of data.batch) deliver(state, event.name, event.data, event.channel, event.socket_id);
  if (!infos.some((info) => info?.length)) return ok({});
  return ok({ batch: data.batch.map((event, at) => channelInfo(state, event.channel, infos[at] ?? [])) });
}
