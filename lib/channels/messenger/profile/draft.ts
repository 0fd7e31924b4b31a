import type { Profile, ProfileLocale, ProfileWords } from "./profile";
import type { ProfileView } from "./save-profile";

/** A profile as it is saved and as it is being written. Nothing but its writer ever replaces what is written. */
export type ProfileDraft = {
  saved: ProfileView;
  draft: Profile;
  /** What somebody else saved while something unsaved stands here. */
  theirs: ProfileView | null;
  /** What stood here before theirs was shown. */
  mine: Profile | null;
};

export type ProfileChange =
  | { type: "written"; draft: Profile }
  | { type: "told"; view: ProfileView }
  | { type: "saved"; view: ProfileView }
  | { type: "theirs.shown" }
  | { type: "mine.back" };

export function draftOf(saved: ProfileView): ProfileDraft {
  return { saved, draft: saved.profile, theirs: null, mine: null };
}

const inOrder = ({ greeting, iceBreakers, menu }: ProfileWords) => [
  greeting,
  iceBreakers,
  menu.map((item) => (item.kind === "web_url" ? [item.kind, item.title, item.url] : [item.kind, item.title])),
];

/** Whether two profiles say the same; a language without words is as good as none. */
export function sameProfile(one: Profile, other: Profile): boolean {
  const said = ({ getStarted, words }: Profile) =>
    JSON.stringify([
      getStarted,
      (["en", "fr"] satisfies ProfileLocale[]).map((locale) => {
        const spoken = words[locale];
        return spoken && (spoken.greeting || spoken.iceBreakers.length || spoken.menu.length) ? inOrder(spoken) : null;
      }),
    ]);
  return said(one) === said(other);
}

export function isUnsaved({ draft, saved }: ProfileDraft): boolean {
  return !sameProfile(draft, saved.profile);
}

/** The one meaning of a change, in whatever order what is written, what is told and what an action answers come. */
export function applyToDraft(state: ProfileDraft, change: ProfileChange): ProfileDraft {
  switch (change.type) {
    case "written":
      return { ...state, draft: change.draft };
    case "told": {
      const { view } = change;
      if (view.version < Math.max(state.saved.version, state.theirs?.version ?? 0)) return state;
      if (!isUnsaved(state)) return { ...state, saved: view, draft: view.profile };
      if (view.version === state.saved.version || sameProfile(view.profile, state.draft))
        return { ...state, saved: view, theirs: null };
      return { ...state, theirs: view };
    }
    case "saved": {
      const { view } = change;
      const { theirs } = state;
      const saved = view.version >= state.saved.version ? view : state.saved;
      const settled = { ...state, saved, theirs: null, mine: null };
      return theirs && theirs.version > saved.version ? applyToDraft(settled, { type: "told", view: theirs }) : settled;
    }
    case "theirs.shown":
      return state.theirs
        ? { saved: state.theirs, draft: state.theirs.profile, theirs: null, mine: state.draft }
        : state;
    case "mine.back":
      return state.mine ? { ...state, draft: state.mine, mine: null } : state;
  }
}
