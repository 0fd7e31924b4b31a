import { FacebookError, parameterWrong } from "../facebook-error";
import { checkButtons, checkLink } from "./check-buttons";
import { checkReceipt } from "./check-receipt";
import { type Json, listAt, objectAt, optionalTextAt, textAt, urlAt, wordAt } from "./shape";

const AT = "message[attachment][payload]";

function checkElement(item: unknown, place: number): void {
  const at = `${AT}[elements][${place}]`;
  const element = objectAt(item, at);
  textAt(element.title, `${at}[title]`, 80);
  optionalTextAt(element.subtitle, `${at}[subtitle]`, 80);
  if (element.image_url !== undefined && element.image_url !== "") urlAt(element.image_url, `${at}[image_url]`);
  if (element.default_action !== undefined) {
    const action = objectAt(element.default_action, `${at}[default_action]`);
    wordAt(action.type, `${at}[default_action][type]`, ["web_url"]);
    if (action.title !== undefined) throw parameterWrong(`${at}[default_action][title] is not allowed.`);
    checkLink(action, `${at}[default_action]`, 2018041);
  }
  if (element.buttons !== undefined) checkButtons(element.buttons, `${at}[buttons]`, 1);
  if (![element.subtitle, element.image_url, element.default_action, element.buttons].some(Boolean))
    throw parameterWrong(`${at} must have a subtitle, an image, a default action or buttons beside its title.`);
}

function checkGeneric(payload: Json): void {
  listAt(payload.elements, `${AT}[elements]`, 1, 10).forEach(checkElement);
  if (payload.image_aspect_ratio !== undefined)
    wordAt(String(payload.image_aspect_ratio).toLowerCase(), `${AT}[image_aspect_ratio]`, ["horizontal", "square"]);
}

function checkButton(payload: Json): void {
  textAt(payload.text, `${AT}[text]`, 640);
  checkButtons(payload.buttons, `${AT}[buttons]`, 1);
}

function checkMedia(payload: Json): void {
  const at = `${AT}[elements][0]`;
  const element = objectAt(listAt(payload.elements, `${AT}[elements]`, 1, 1)[0], at);
  wordAt(element.media_type, `${at}[media_type]`, ["image", "video"]);
  if ((element.attachment_id === undefined) === (element.url === undefined))
    throw parameterWrong(`${at} must have either an attachment_id or a url.`);
  if (element.url !== undefined && !/(^|\.)facebook\.com$/.test(new URL(urlAt(element.url, `${at}[url]`)).hostname))
    throw parameterWrong(`${at}[url] must be an address of facebook.com.`);
  if (element.buttons !== undefined) checkButtons(element.buttons, `${at}[buttons]`, 1);
}

function checkCoupon(payload: Json): void {
  textAt(payload.title, `${AT}[title]`, 80);
  if (payload.coupon_code === undefined && payload.coupon_url === undefined)
    throw parameterWrong(`${AT} must have a coupon_code or a coupon_url.`);
  if (payload.coupon_url !== undefined) urlAt(payload.coupon_url, `${AT}[coupon_url]`);
}

function checkFeedback(payload: Json): void {
  for (const name of ["title", "subtitle", "button_title"]) textAt(payload[name], `${AT}[${name}]`, 80);
  const screen = objectAt(
    listAt(payload.feedback_screens, `${AT}[feedback_screens]`, 1, 1)[0],
    `${AT}[feedback_screens][0]`,
  );
  for (const item of listAt(screen.questions, `${AT}[feedback_screens][0][questions]`, 1, 1)) {
    const question = objectAt(item, "question");
    textAt(question.id, "question[id]", 80);
    wordAt(question.type, "question[type]", ["csat", "nps", "ces", "free_form"]);
  }
  urlAt(objectAt(payload.business_privacy, `${AT}[business_privacy]`).url, `${AT}[business_privacy][url]`);
}

/** Templates for old clients of airlines, still documented. */
function checkAirline(payload: Json): void {
  if (payload.template_type !== "airline_update") textAt(payload.intro_message, `${AT}[intro_message]`, 640);
  textAt(payload.locale, `${AT}[locale]`, 20);
}

const CHECKS: Record<string, (payload: Json) => void> = {
  generic: checkGeneric,
  button: checkButton,
  media: checkMedia,
  receipt: checkReceipt,
  coupon: checkCoupon,
  customer_feedback: checkFeedback,
  airline_boardingpass: checkAirline,
  airline_checkin: checkAirline,
  airline_itinerary: checkAirline,
  airline_update: checkAirline,
};

/** Checks a template of the Send API and answers its type. Source: Messenger reference §3.5. */
export function checkTemplate(payload: Json): string {
  const type = payload.template_type;
  if (type === "product")
    throw new FacebookError(200, "(#200) Requires catalog_management permission to manage the object.");
  if (typeof type !== "string" || !Object.hasOwn(CHECKS, type))
    throw parameterWrong(`Param ${AT}[template_type] must be one of {${Object.keys(CHECKS).join(", ").toUpperCase()}}`);
  CHECKS[type]?.(payload);
  return type;
}
