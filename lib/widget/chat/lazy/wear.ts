/** Fetches the styles of a part that came later. Fails when they cannot be had: the part is not drawn without them. */
export function wear(name: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`${name}.css`, import.meta.url).href;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error("no styles"));
    };
    document.head.append(link);
  });
}
