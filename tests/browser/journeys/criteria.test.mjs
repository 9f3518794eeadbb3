// リスク基準 are tried before they are chosen; risks that begin with the business; the heat map by keyboard; who may not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atBothWidths, check, desk, phone } from "../browser.mjs";
import { establishWithRegister, newMember, press, stage, words } from "../company.mjs";

let here, page, auditor;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn();
  for (const medium of ["office-pc", "removable-media"]) {
    await page.goto(`/risks/identify/${medium}`);
    await press(page, "選んだリスクを追加する");
  }
});
after(() => here?.end());

/** How many risks of that band the list has. */
async function count(band) {
  await page.goto(`/risks?band=${band}`);
  return page.locator("main table tbody th a").count();
}

test("the preview names what would change, and saves nothing", async () => {
  const high = await count("high");
  await page.goto("/settings/criteria");
  await page.check("[name=criteria][value=own]");
  await page.selectOption("[name=high]", "9");
  await page.selectOption("[name=medium]", "6");
  await press(page, "変わるリスクを確かめる");
  const told = await words(page);
  assert.match(told, /まだ保存していません/);
  assert.match(told, /「高」から「中」に下がります/);
  assert.ok((await page.locator("#changing tbody tr").count()) > 0);
  await atBothWidths(page, () => check(page));
  assert.equal(await count("high"), high, "nothing is saved by looking");
});

test("what is saved bands every risk at once", async () => {
  const high = await count("high");
  await page.goto("/settings/criteria");
  await page.check("[name=criteria][value=own]");
  await page.selectOption("[name=high]", "9");
  await page.selectOption("[name=medium]", "6");
  await press(page, "変わるリスクを確かめる");
  await press(page, "この基準で保存する");
  assert.match(await words(page), /リスク基準を保存しました/);
  assert.ok((await count("high")) < high);
});

test("a risk begins with what must not happen to the business", async () => {
  await page.goto("/risks/new-event");
  await page.fill("[name=name]", "受注のしくみが1日止まる");
  for (const property of ["confidentiality", "integrity", "availability"]) {
    await page.check(`[name=${property}][value="3"]`);
  }
  await press(page, "追加する");
  assert.match(await page.locator(".error-summary").innerText(), /『脅威』を書いてください/);
  assert.equal(await page.inputValue("[name=name]"), "受注のしくみが1日止まる");
  await page.fill("[name=title]", "停電");
  await page.check("[name=threat_rating][value='2']");
  await page.getByText("関係する情報資産を選ぶ").click();
  await page.locator("[name=assets]").first().check();
  await press(page, "追加する");
  const told = await words(page);
  assert.match(told, /受注のしくみが1日止まる：停電/);
  assert.match(told, /関係する情報資産：/);
  await atBothWidths(page, () => check(page));
});

test("a cell of the heat map opens its risks by the keyboard", async () => {
  await page.goto("/risks/distribution");
  const cell = page.locator("table.heat td a").first();
  const told = Number((await cell.innerText()).match(/\d+/)[0]);
  await page.focus("#main");
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press("Tab");
    if (await cell.evaluate((link) => link === document.activeElement)) break;
  }
  assert.ok(await cell.evaluate((link) => link === document.activeElement), "Tab reaches the cell");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  assert.match(page.url(), /importance=\d&likelihood=\d/);
  assert.equal(await page.locator("main table tbody th a").count(), told);
});

test("the table of risks fits into a window of any usual width", async () => {
  for (const width of [1280, 1100, 1024]) {
    await page.setViewportSize({ ...desk.viewport, width });
    await page.goto("/risks");
    const hidden = await page.locator(".table-frame").evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    assert.ok(hidden <= 0, `${hidden}px of the table are out of sight at ${width}px`);
    await check(page);
  }
  await page.setViewportSize(desk.viewport);
});

test("an auditor reads everything and changes nothing", async () => {
  auditor = await newMember(here, page, { email: "kansa@example.jp", name: "見本監査", role: "auditor" }, phone);
  await auditor.goto("/risks");
  assert.equal(await auditor.getByRole("link", { name: "リスクを洗い出す" }).count(), 0);
  await check(auditor);
  const risk = await auditor.locator("main table tbody th a").first().getAttribute("href");
  for (const address of ["/risks/identify/paper", "/risks/new-event", `${risk}/edit`, `${risk}/treatment`, "/settings/criteria"]) {
    assert.equal((await auditor.goto(address)).status(), 403, address);
  }
  await auditor.goto(risk);
  const status = await auditor.evaluate(async (address) => {
    const body = new URLSearchParams({ seen: "1", treatment: "accept", reason: "x" });
    return (await fetch(`${address}/treatment`, { method: "POST", body })).status;
  }, risk);
  assert.equal(status, 403);
});

test("with a phone, lists are cards and nothing scrolls sideways", async () => {
  for (const address of ["/risks", "/treatments", "/treatments/board", "/treatments/calendar", "/assessments", "/"]) {
    await auditor.goto(address);
    await check(auditor);
  }
  await auditor.goto("/risks");
  const [first, second] = await Promise.all([0, 1].map((row) => auditor.locator("main table tbody tr").nth(row).boundingBox()));
  assert.ok(second.y >= first.y + first.height, "cards stand below each other");
});
