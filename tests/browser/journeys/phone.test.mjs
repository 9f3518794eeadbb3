// With a phone: nothing scrolls sideways, the menu opens, each line of a table is a card.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atBothWidths, check, phone } from "../browser.mjs";
import { addAsset, establishWithRegister, follow, press, rate, stage, words } from "../company.mjs";

let here, page;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn(phone);
});
after(() => here?.end());

test("the menu opens by a tap and leads to the register", async () => {
  await page.locator(".small-menu summary").tap();
  await check(page);
  await follow(page, page.locator(".small-menu").getByRole("link", { name: "情報資産台帳" }));
  assert.equal(await page.textContent("h1"), "情報資産台帳");
});

test("each asset is a card with the heading beside every value", async () => {
  const [first, second] = await Promise.all([0, 1].map((row) => page.locator("#assets tbody tr").nth(row).boundingBox()));
  assert.ok(second.y >= first.y + first.height, "cards stand below each other");
  assert.ok(first.width <= 390 && first.width > 300);
  const label = await page.locator("#assets tbody td[data-label]").first().evaluate((cell) => getComputedStyle(cell, "::before").content);
  assert.notEqual(label, "none");
  await page.getByText("並べかえ", { exact: true }).tap();
  await follow(page, page.locator(".table-sort-menu").getByRole("link", { name: /重要度/ }));
  assert.match(page.url(), /sort=/);
});

test("an asset is added with the thumb: everything that is tapped is large enough", async () => {
  await page.goto("/assets/new");
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main input:not([type=hidden]), main select, main summary")]
      .filter((element) => element.checkVisibility())
      // A choice is tapped on its label.
      .map((element) => (element.closest("label") ?? element).getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24).length,
  );
  assert.equal(small, 0);
  await page.fill("[name=name]", "出先で思い出した台帳");
  await rate(page, 1);
  await press(page, "追加する");
  assert.match(await words(page), /重要度は1です/);
});

test("a long word without a space breaks; nothing scrolls sideways", async () => {
  const name = "CustomerRelationshipManagementDatabaseExport_".repeat(2);
  const address = await addAsset(page, name);
  await page.goto(address);
  await page.fill("[name=remarks]", `https://files.example.jp/${"folder/".repeat(20)}`);
  await press(page, "保存する");
  for (const behind of ["", "/history", "/remove"]) {
    await page.goto(address + behind);
    await atBothWidths(page, () => check(page));
  }
  await page.goto("/assets");
  await atBothWidths(page, () => check(page));
});
