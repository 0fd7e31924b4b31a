import { parameterWrong } from "../facebook-error";
import { type Json, listAt, numberAt, objectAt, optionalTextAt, textAt, urlAt } from "./shape";

const AT = "message[attachment][payload]";

function checkLine(item: unknown, place: number): void {
  const at = `${AT}[elements][${place}]`;
  const line = objectAt(item, at);
  textAt(line.title, `${at}[title]`, 200);
  if (numberAt(line.price, `${at}[price]`) < 0) throw parameterWrong(`${at}[price] must not be negative.`);
  if (line.quantity !== undefined) numberAt(line.quantity, `${at}[quantity]`);
  if (line.image_url !== undefined) urlAt(line.image_url, `${at}[image_url]`);
}

/** Checks a receipt. Source: receipt template of 2026-04-22, in the Messenger reference §3.5. */
export function checkReceipt(payload: Json): void {
  for (const name of ["recipient_name", "order_number", "payment_method"]) textAt(payload[name], `${AT}[${name}]`, 500);
  if (!/^[A-Z]{3}$/.test(textAt(payload.currency, `${AT}[currency]`, 3)))
    throw parameterWrong(`Param ${AT}[currency] must be a currency of ISO 4217.`);
  if (payload.timestamp !== undefined && !/^\d{1,10}$/.test(String(payload.timestamp)))
    throw parameterWrong(`Param ${AT}[timestamp] must be a string of unix seconds.`);
  optionalTextAt(payload.merchant_name, `${AT}[merchant_name]`, 500);
  if (payload.order_url !== undefined) urlAt(payload.order_url, `${AT}[order_url]`);
  if (payload.elements !== undefined) listAt(payload.elements, `${AT}[elements]`, 0, 100).forEach(checkLine);
  if (payload.address !== undefined) checkAddress(objectAt(payload.address, `${AT}[address]`));
  const summary = objectAt(payload.summary, `${AT}[summary]`);
  numberAt(summary.total_cost, `${AT}[summary][total_cost]`);
  for (const name of ["subtotal", "shipping_cost", "total_tax"])
    if (summary[name] !== undefined) numberAt(summary[name], `${AT}[summary][${name}]`);
  if (payload.adjustments !== undefined)
    for (const [place, item] of listAt(payload.adjustments, `${AT}[adjustments]`, 0, 100).entries()) {
      const adjustment = objectAt(item, `${AT}[adjustments][${place}]`);
      if (adjustment.amount !== undefined) numberAt(adjustment.amount, `${AT}[adjustments][${place}][amount]`);
    }
}

function checkAddress(address: Json): void {
  for (const name of ["street_1", "city", "postal_code", "country"])
    textAt(address[name], `${AT}[address][${name}]`, 500);
  if (typeof address.state !== "string") throw parameterWrong(`Param ${AT}[address][state] must be a string.`);
  if (!/^[A-Za-z]{2}$/.test(String(address.country)))
    throw parameterWrong(`Param ${AT}[address][country] must be a country of two letters.`);
}
