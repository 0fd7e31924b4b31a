// Asks the chat who is here as soon as the page is open, and again when a form that tells it leaves: for 1.5 s at most, because
// nobody waits longer, and then the first answer counts.
const patience = 1500;
const forms = [...document.querySelectorAll("form[data-visitor]")];
let first = null;

async function ask(chat) {
  try {
    return (await chat?.visitor?.()) ?? null;
  } catch {
    return null;
  }
}

window.Comptoir ||= { q: [] };
window.Comptoir.q?.push(async (chat) => {
  first = await ask(chat);
});

for (const form of forms)
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    const late = new Promise((resolve) => setTimeout(resolve, patience, null));
    form.elements.visitor.value = (await Promise.race([ask(window.Comptoir), late])) ?? first ?? "";
    form.submit();
  });

// A page kept by the browser comes back with its button free again.
addEventListener("pageshow", () => {
  for (const form of forms) form.ariaBusy = null;
});
