import { dropSources } from "./kept-sources";

/** Ends this browser's session, forgets the files that were not up yet and leaves to the sign-in page. Throws when the server cannot be reached: then nobody is signed out. */
export async function signOut(): Promise<void> {
  const answer = await fetch("/api/auth/csrf");
  const { csrfToken }: { csrfToken: string } = await answer.json();
  const ended = await fetch("/api/auth/signout", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: "/login", json: "true" }),
  });
  if (!ended.ok) throw new Error(`signing out answered ${ended.status}`);
  await dropSources();
  location.assign("/login");
}
