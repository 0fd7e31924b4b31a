"use server";

import { personAction } from "#lib/http/member-action";
import { JoinShop } from "#lib/shops/input";
import { joinShop } from "#lib/shops/join-shop";

export const joinShopAction = personAction(JoinShop, joinShop);
