// The drawings of the chat, on a 24-unit grid; each bundle holds only those it draws.

export const clip = "m16 6-8.4 8.6a2 2 0 0 0 2.8 2.8l8.4-8.6a4 4 0 1 0-5.7-5.7l-8.4 8.6a6 6 0 1 0 8.5 8.5l8.4-8.6";
export const face =
  "M15.5 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V8.5ZM14 3v4a2 2 0 0 0 2 2h4M8 13h.01M16 13h.01M10 16s.8 1 2 1c1.3 0 2-1 2-1";
export const clock = "M12 6v6l4 2M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20";
export const more = "M12 5h.01M12 12h.01M12 19h.01";
export const down = "m6 9 6 6 6-6";
export const up = "m5 12 7-7 7 7M12 19V5";
export const check = "M20 6 9 17l-5-5";
export const checks = "M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16";
export const shield =
  "M20 13c0 5-3.5 7.5-7.7 9a1 1 0 0 1-.6 0C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.2-2.7a1.2 1.2 0 0 1 1.6 0C14.5 3.8 17 5 19 5a1 1 0 0 1 1 1zM9 12l2 2 4-4";
export const receipt = "M4 2v20l2-1 2 1 2-1 2 1 2-1 2 1 2-1 2 1V2l-2 1-2-1-2 1-2-1-2 1-2-1-2 1ZM8 8h6M8 12h8M8 16h5";
