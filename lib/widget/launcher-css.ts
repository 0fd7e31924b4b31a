const bell =
  "M14.6 4a2 2 0 1 1 2.8 0v2C24 7 28 12 28 18c0 1-.5 2-2 2H6c-1.5 0-2-1-2-2 0-6 4-11 10.6-12ZM5 22.4h22c3 0 3 4 0 4H12l-4 3c-1 .6-2 0-2-1v-2H5c-3 0-3-4 0-4Z";
const chevron = "M8 11l8 8 8-8 1.4 1.4L16 22 6.6 12.4Z";

/** Where the chat fills the window instead of standing in the corner. */
export const fullScreen = "(max-width:599px),(max-height:479px)";

/**
 * The look of the launcher and of the panel around the iframe, in a shadow root so that shop and widget never style
 * each other. The panel is exactly 376 px wide or fills the window: the chat's own style sheet tells the two apart by that.
 */
export const launcherCss = `:host{all:initial;position:fixed;z-index:2147483647}button{all:unset;cursor:pointer;position:fixed;right:32px;bottom:24px;display:grid;place-items:center;width:60px;height:60px;border-radius:50%;background:var(--c);color:#fff;forced-color-adjust:none;box-shadow:0 8px 32px #0004}button:focus-visible{outline:2px solid #fff;box-shadow:0 0 0 4px #000}button:before{content:"";width:32px;height:32px;background:#fff;clip-path:path("${bell}")}dialog button:before,[aria-expanded=true]:before{clip-path:path("${chevron}")}b{position:absolute;top:-2px;right:-2px;padding:0 7px;border:2px solid;border-radius:11px;background:#b3261e;font:600 12px/18px system-ui}b:empty{display:none}dialog{position:fixed;inset:auto 32px 100px auto;border:0;padding:0;margin:0;width:376px;height:min(664px,100vh - 116px);max-width:none;max-height:none;border-radius:18px;overflow:hidden;background:var(--c);box-shadow:0 8px 32px #0004;animation:i .26s}dialog button{position:absolute;top:4px;right:4px;box-shadow:none}iframe{width:100%;height:100%;border:0}@media ${fullScreen}{button{right:16px;bottom:16px}dialog{inset:var(--t,0) 0 auto;width:100%;height:var(--h,100dvh);border-radius:0}}@media print{:host{display:none}}@keyframes i{0%{opacity:0;transform:translateY(8px)}}@media(prefers-reduced-motion){dialog{animation:none}}`;
