// 知識: from a word of the news to a story, to the rule that would have helped, to the threat and the own risks.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, desk } from "../browser.mjs";
import { establishWithRegister, follow, newMember, press, stage, words } from "../company.mjs";

let here, page;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn({ ...desk, javaScriptEnabled: false });
});
after(() => here?.end());

/** Follows the first link of that name in the page's content. */
const open = (name) => follow(page, page.locator("main").getByRole("link", { name }).first());

test("a word finds what it stands in, with the sentence", async () => {
  await page.goto("/");
  await follow(page, page.locator(".side").getByRole("link", { name: "知識" }));
  await page.fill("#q", "らんさむ");
  await press(page, "探す");
  assert.ok((await page.locator("main mark").allInnerTexts()).includes("ランサム"));
  await follow(page, page.locator(".jumps").getByRole("link", { name: "事例" }));
  assert.equal(await page.locator(".entries > li").count(), Number(await page.locator("[aria-current] + .count").innerText()));
});

test("a case tells its story in order", async () => {
  await open(/^ランサムウェアによる被害/);
  const headings = await page.locator("main h2").allInnerTexts();
  const story = ["何が起きたか", "どんな被害が出たか", "なぜ起きたか", "何があれば防げたか", "何があれば早く終わったか"];
  assert.deepEqual(headings.slice(0, story.length), story);
});

test("it leads to the rule that would have helped, and from there to the threat", async () => {
  const rule = page.locator("section:has(#prevented) .entries a").first();
  const title = await rule.innerText();
  await follow(page, rule);
  assert.equal(await page.textContent("h1"), title);
  assert.match(await words(page), /なぜこの規則があるのか/);
  const threats = page.locator(".link-groups > div", { has: page.getByRole("heading", { name: /^この条項が答える脅威/ }) });
  await follow(page, threats.getByRole("link").first());
  assert.match(page.url(), /\/knowledge\/threat\//);
  await open("知識");
  assert.equal(await page.textContent("h1"), "知識");
});

test("a threat shows the own risks that name it, and a risk what its threat is", async () => {
  await page.goto("/risks/identify/removable-media");
  await press(page, "選んだリスクを追加する");
  await page.goto("/knowledge/threat/CI-04");
  const [count] = /リスクが(\d+)件/.exec(await words(page)).slice(1);
  await open("そのリスクを見る");
  assert.equal(await page.locator("main table tbody th a").count(), Number(count));
  await follow(page, page.locator("main table tbody th a").first());
  await open("媒体又は文書の盗難");
  assert.match(page.url(), /\/knowledge\/threat\/CI-04$/);
});

test("an employee reads the handbook on a phone, page after page, and sees no risks", async () => {
  const employee = { email: "taro@example.jp", name: "見本太郎", role: "employee" };
  const phone = await newMember(here, await here.signedIn(), employee, { ...desk, viewport: { width: 390, height: 844 } });
  await phone.goto("/knowledge/page");
  await follow(phone, phone.locator(".entries a").first());
  await check(phone);
  const first = await phone.textContent("h1");
  await follow(phone, phone.locator(".neighbours a[rel=next]"));
  assert.notEqual(await phone.textContent("h1"), first);
  await phone.goto("/knowledge/threat/CI-04");
  assert.doesNotMatch(await words(phone), /自社のリスク/);
});
