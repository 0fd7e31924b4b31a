/** Where the hub tells of its own faults. Frames, names and secrets are never written to it. */
export type HubLog = { error(fields: object, message: string): void };
