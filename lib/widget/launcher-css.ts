/** The mark, in a square of 32 pixels. */
export const bell =
  "M14 6a2 2 0 1 1 4 0c6 1 10 6 10 14H4c0-8 4-13 10-14ZM6 22h20a2 2 0 1 1 0 4H12l-6 4v-4a2 2 0 1 1 0-4Z";
const chevron = "M6 13l10 10 10-10-2-2-8 8-8-8Z";

/** Where the chat fills the window instead of standing in the corner. */
export const fullScreen = "(max-width:599px),(max-height:479px)";

/**
 * The look of the launcher and of the panel around the iframe, in a shadow root so that shop and widget never style
 * each other. The panel is exactly 376 px wide or fills the window: the chat's own style sheet tells the two apart by that.
 */
export const launcherCss = (side: string, colour: string) =>
  `:host{all:initial;position:fixed;z-index:2147483647}button{all:unset;cursor:pointer;position:fixed;${side}:32px;bottom:24px;display:grid;place-items:center;width:60px;height:60px;border-radius:50%;background:${colour};forced-color-adjust:none;color:#fff;box-shadow:0 8px 32px #0004}button:focus-visible{outline:2px solid #fff;box-shadow:0 0 0 4px #000}button:before{content:"";width:32px;height:32px;background:#fff;clip-path:path("${bell}")}dialog button:before,[aria-expanded=true]:before{clip-path:path("${chevron}")}b{position:absolute;top:-2px;right:-2px;padding:0 8px;border:2px solid;border-radius:18px;background:#b3261e;font:600 12px/18px system-ui}b:empty{display:none}dialog{all:unset;position:fixed;${side}:32px;bottom:100px;width:376px;height:min(664px,100vh - 116px);border-radius:18px;overflow:hidden;background:${colour};box-shadow:0 8px 32px #0004}dialog:not([open]){display:none}dialog button{position:absolute;top:4px;${side}:4px;box-shadow:none}iframe{width:100%;height:100%;border:0}@media ${fullScreen}{button{${side}:16px;bottom:16px}dialog{top:var(--t,0);${side}:0;width:100%;height:var(--h,100dvh);border-radius:0}}@media print{:host{display:none}}@media(prefers-reduced-motion:no-preference){dialog{animation:i .26s}}@keyframes i{0%{opacity:0}}`;
