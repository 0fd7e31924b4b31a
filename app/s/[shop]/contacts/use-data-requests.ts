"use client";

import { useRouter } from "next/navigation";
import { notify } from "#ui/toast";
import { useFormat } from "../../../_i18n/language";
import { usePeopleMessages } from "../../../_i18n/people-language";
import { useRun } from "../../../_shared/use-run";
import { answerAccessAction, eraseContactAction, extendRequestAction, recordRequestAction } from "./actions";

/** What a member does with a contact's data: hand it over, erase it, and keep the dates. */
export function useDataRequests(slug: string, contactId: string, name: string) {
  const { contactData } = usePeopleMessages();
  const format = useFormat();
  const router = useRouter();
  const { busy, run } = useRun();
  const said = (words: string) => {
    notify(words);
    router.refresh();
  };
  /** `done`, where it is given, comes once the thing is stored; a refusal leaves what was typed. */
  return {
    busy,
    handOver: (as: "html" | "json") =>
      run(
        () => answerAccessAction(slug, { contactId }),
        () => {
          said(contactData.exported);
          location.assign(`/api/v1/shops/${slug}/contacts/${contactId}/data?as=${as}`);
        },
      ),
    erase: () =>
      run(
        () => eraseContactAction(slug, { contactId }),
        () => said(contactData.erasing(name)),
      ),
    record: (kind: "access" | "erasure", askedOn: string, done: () => void) =>
      run(
        () => recordRequestAction(slug, { contactId, kind, askedOn }),
        ({ dueAt }) => {
          done();
          said(contactData.recorded(format.fullDate(dueAt)));
        },
      ),
    extend: (requestId: string, reason: string, done: () => void) =>
      run(
        () => extendRequestAction(slug, { requestId, reason }),
        ({ dueAt }) => {
          done();
          said(contactData.extended(format.fullDate(dueAt)));
        },
      ),
  };
}
