// Asks the chat for the visitor's reference before the order leaves, for 1.5 s at most: an order never waits longer.
const patience = 1500;
const form = document.getElementById("checkout");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const asked = Promise.resolve(window.Comptoir?.visitor?.()).catch(() => null);
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  form.elements.visitor.value = (await Promise.race([asked, late])) ?? "";
  form.submit();
});

// A page kept by the browser comes back with its button free again.
addEventListener("pageshow", () => {
  if (form) form.ariaBusy = null;
});
