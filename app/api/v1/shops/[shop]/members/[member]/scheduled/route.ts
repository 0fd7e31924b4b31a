import { listScheduledOf } from "#lib/conversations/leaving/list-scheduled-of";
import { apiRoute } from "#lib/http/api-route";
import { RemoveMember } from "#lib/shops/input";

export const GET = apiRoute(RemoveMember, listScheduledOf, { names: { member: "memberId" } });
