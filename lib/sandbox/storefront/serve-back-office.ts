import { invalid } from "#lib/core/errors";
import { readForm } from "../read-form";
import { changeOrder, OrderChange } from "./change-order";
import { drawBackOffice } from "./pages/back-office";
import { listOrders } from "./read-orders";
import { pageOf, type Serve, seeOther } from "./serve";
import { tellComptoir } from "./serve-checkout";

export const serveBackOffice: Serve = async (visit) => pageOf(drawBackOffice(visit, await listOrders()));

/** Gives an order its next status and tells Comptoir at once. */
export const serveBackOfficeForm: Serve = async (_visit, request) => {
  const form = OrderChange.safeParse(await readForm(request));
  if (!form.success) throw invalid("order_change");
  await changeOrder(form.data);
  await tellComptoir(form.data.order);
  return seeOther("/back-office");
};
