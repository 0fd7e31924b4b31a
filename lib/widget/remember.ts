/** Kept by a loader: she logged out, and the chat has not said that it heard. */
export const ending = "0";

/** Whether a chat exists or has yet to end, kept between pages; where storage is refused, only until this page is left. */
export function remember(key: string, is?: string): string | undefined {
  try {
    if (is !== undefined) localStorage[key] = is;
    return localStorage[key];
  } catch {}
}
