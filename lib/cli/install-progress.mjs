// Shows how an installation goes. Plain JavaScript: runs before the packages are there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the packages of this platform go; those for other systems stay away. */
export function listFolders(lock) {
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  const fits = (list, own) => !list || list.includes(own);
  return Object.keys(packages).filter((folder) => {
    const { os, cpu } = packages[folder];
    return folder !== "" && fits(os, process.platform) && fits(cpu, process.arch);
  });
}

/** How many of those folders are filled by now. */
export function countInstalled(root, folders) {
  return folders.filter((folder) => existsSync(join(root, folder, "package.json"))).length;
}

/** On a terminal one line that changes; elsewhere a line at each quarter. */
export function progress(title, count, total) {
  const began = Date.now();
  let quarter = 0;
  process.stdout.write(process.stdout.isTTY ? title : `${title} ...\n`);
  const timer = setInterval(() => {
    const done = count();
    const seconds = Math.round((Date.now() - began) / 1000);
    if (process.stdout.isTTY)
      return process.stdout.write(`\r\u001b[K${title}: ${done} of about ${total} (${seconds} s)`);
    if (total && Math.floor((done / total) * 4) > quarter) {
      quarter = Math.floor((done / total) * 4);
      process.stdout.write(`${title}: ${done} of about ${total} (${seconds} s)\n`);
    }
  }, 1000);
  return {
    end(well) {
      clearInterval(timer);
      const line = well ? `Packages installed in ${((Date.now() - began) / 1000).toFixed(1)} s.` : "";
      process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${line}${line && "\n"}` : line && `${line}\n`);
    },
  };
}
