"use server";

import { completeConnect } from "#lib/connect/complete-connect";
import { AnswerConnect } from "#lib/connect/input";
import { requireSamePerson } from "#lib/connect/same-person";
import { personAction } from "#lib/http/member-action";

export const completeConnectAction = personAction(AnswerConnect, (person, { shop, person: shown, ...answer }) => {
  requireSamePerson(person, shown);
  return completeConnect(person, shop, answer);
});
