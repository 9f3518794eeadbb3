// The owner of a risk approves what was decided; when the numbers get worse afterwards, the approval no longer holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, phone } from "../browser.mjs";
import { addAsset, newMember, press, stage, words } from "../company.mjs";

const threat = "車に置いたまま盗まれる";
const review = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
let here, page, owner, risk;
before(async () => {
  here = await stage();
  page = await here.signedIn();
  owner = await newMember(here, page, { email: "shacho@example.jp", name: "見本社長", role: "top-management" }, phone);
});
after(() => here?.end());

test("what is decided above the line waits for its owner", async () => {
  const asset = (await addAsset(page, "図面")).split("/").pop();
  await page.goto(`/risks/new?asset=${asset}`);
  await page.fill("[name=title]", threat);
  await page.check("[name=threat_rating][value='2']");
  await page.check("[name=vulnerability_rating][value='3']");
  await page.selectOption("#owner", { label: "見本社長" });
  await press(page, "追加する");
  risk = new URL(page.url()).pathname;
  await page.goto(`${risk}/treatment`);
  await page.check("[name=treatment][value=accept]");
  await page.fill("[name=reason]", "来年の入れ替えまで使う");
  await page.fill("[name=review_on]", review);
  await press(page, "この対応に決める");
  assert.match(await words(page), /承認待ち/);
  assert.equal((await page.goto(`${risk}/approval`)).status(), 403, "who decides is not who approves");
});

test("the owner is led from the home screen, reads the numbers, and approves on a phone", async () => {
  await owner.goto("/");
  assert.match(await words(owner), /あなたの承認を待っているリスク対応が1件あります/);
  await press(owner, "読んで承認する");
  assert.match(await words(owner), new RegExp(threat));
  await owner.goto(risk);
  await press(owner, "残るリスクの承認へ進む");
  const told = await words(owner);
  assert.match(told, /承認する数字/);
  assert.match(told, /来年の入れ替えまで使う/);
  await check(owner);
  await owner.fill("#reason", "承知のうえで引き受ける");
  await owner.fill("#review_on", review);
  await press(owner, "承認する");
  await page.goto(risk);
  assert.match(await words(page), /見本社長さんが承認しました[\s\S]*承知のうえで引き受ける/);
  await owner.goto("/");
  assert.doesNotMatch(await words(owner), /あなたの承認を待っている/);
});

test("worse numbers make the approval stale; both see what was approved and what is", async () => {
  await page.goto(`${risk}/edit`);
  await page.check("[name=threat_rating][value='3']");
  await press(page, "保存する");
  const told = await words(page);
  assert.match(told, /承認のあとで、リスクの数字か基準が変わりました/);
  const table = page.locator("table.seen");
  assert.match(await table.innerText(), /承認したとき/);
  await check(page);
  await owner.goto("/");
  assert.match(await words(owner), /あなたの承認を待っているリスク対応が1件あります/);
});

test("the owner sends it back with a wish, which the decision's screen shows", async () => {
  await owner.goto(`${risk}/approval`);
  await owner.fill("#send-back-reason", "もっと早い見直しにしてほしい");
  await press(owner, "承認しないで、差し戻す");
  await page.goto(risk);
  assert.match(await words(page), /もっと早い見直しにしてほしい/);
});
