"use client";

import dynamic from "next/dynamic";

/** The logo for a page that every page carries along unseen, as "not found" is: its outlines are fetched only when drawn. */
export const LateLogo = dynamic(() => import("./logo").then(({ Logo }) => Logo));
