"use server";

import { completeConnect } from "#lib/connect/complete-connect";
import { AnswerConnect } from "#lib/connect/input";
import { requireSamePerson } from "#lib/connect/same-person";
import { openAction, personAction } from "#lib/http/member-action";
import { keepSession, thisBrowser } from "#lib/http/session";
import { askMailCode } from "#lib/shops/ask-mail-code";
import { AskMailCode, SignInByMail } from "#lib/shops/input";
import { signInByMail } from "#lib/shops/sign-in-by-mail";

export const completeConnectAction = personAction(AnswerConnect, (person, { shop, person: shown, ...answer }) => {
  requireSamePerson(person, shown);
  return completeConnect(person, shop, answer);
});

export const askMailCodeAction = openAction(AskMailCode, askMailCode, "signs in");

export const signInByMailAction = openAction(
  SignInByMail,
  async (input) => {
    await keepSession(await signInByMail(input, await thisBrowser()));
  },
  "signs in",
);
