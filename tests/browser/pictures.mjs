// Pictures of every screen at 1280 and 390 px: `node pictures.mjs FOLDER [NAME …]`.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { atBothWidths } from "./browser.mjs";
import { screens } from "./screens/all.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error("usage: node pictures.mjs FOLDER [NAME …]");
mkdirSync(folder, { recursive: true });
let taken = 0;
for await (const { name, page } of screens()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await atBothWidths(page, async (width) => {
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, animations: "disabled" });
    taken += 1;
  });
}
console.log(`${taken} pictures in ${resolve(folder)}`);
