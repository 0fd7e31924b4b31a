import type { MetadataRoute } from "next";
import { getMessages } from "./_i18n/server";

/** What an installed Comptoir is: it opens at the front door, which leads members and shoppers to their own place. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { common } = await getMessages();
  return {
    id: "/",
    name: common.product,
    short_name: common.product,
    description: common.productIs,
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#902362",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
