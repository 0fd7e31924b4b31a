"use server";

import { personAction } from "#lib/http/member-action";
import { createShop, isSlugFree } from "#lib/shops/create-shop";
import { CreateShop, Slug } from "#lib/shops/input";

export const createShopAction = personAction(CreateShop, createShop);
export const checkSlugAction = personAction(Slug, (_, slug) => isSlugFree(slug));
