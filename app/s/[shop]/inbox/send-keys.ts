/** The keys that send, as the reader's keyboard writes them; nothing until the browser has said which it is. */
export function sendKeys(platform: string): string {
  return /mac|iphone|ipad/iu.test(platform) ? "⌘↵" : "Ctrl ↵";
}
