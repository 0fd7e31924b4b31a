/** The look of the phone's round buttons. */
export const ROUND = "size-9 rounded-full! text-(--mm-ink)!";
