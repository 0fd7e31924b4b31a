import { z } from "zod";
import { notFound } from "#lib/core/errors";
import { drawHome } from "./pages/home";
import { drawOrder } from "./pages/order";
import { findOrder } from "./read-orders";
import { pageOf, type Serve } from "./serve";

export const serveHome: Serve = async (visit) => pageOf(drawHome(visit));

export const serveOrder: Serve = async (visit, _request, id) => {
  const order = z.uuid().safeParse(id).success ? await findOrder(id) : undefined;
  if (!order) throw notFound("order");
  return pageOf(drawOrder(visit, order));
};

export const serveNothing: Serve = async () => {
  throw notFound("page");
};
