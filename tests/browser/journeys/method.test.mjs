// The method in one sitting: an empty company's general affairs goes from the first asset to a treated risk, each
// step from the home screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "../browser.mjs";
import { addAsset, follow, press, rate, stage, words } from "../company.mjs";

let here, page, risk;
before(async () => {
  here = await stage();
  page = await here.signedIn();
});
after(() => here?.end());

/** The step of the home screen behind that button. */
async function nextStep(label) {
  await page.goto("/");
  await press(page, label);
}

test("the first asset is added, and the home screen then asks for its risks", async () => {
  await addAsset(page, "顧客リスト");
  await page.goto("/");
  assert.match(await words(page), /リスクをまだ考えていない情報資産が1件あります/);
  await check(page);
});

test("the candidates of its medium are taken over", async () => {
  await nextStep("リスクを洗い出す");
  await follow(page, page.locator("main a[href='/risks/identify/paper']").first());
  assert.ok((await page.locator("[name=lines]:checked").count()) > 0, "something is proposed");
  await press(page, "選んだリスクを追加する");
  assert.match(await words(page), /件のリスクを追加しました/);
});

test("a risk without a measure is treated, and what remains is shown beside what is", async () => {
  await nextStep("対応を決める");
  await follow(page, page.locator("main table tbody th a").first());
  risk = new URL(page.url()).pathname;
  const before = await words(page);
  assert.match(before, /なぜ「[高中]」なのか/);
  await page.goto(`${risk}/treatment`);
  assert.match(await words(page), /提案の理由：/);
  await page.check("[name=treatment][value=reduce]");
  await page.fill("[name='tasks.0.what']", "鍵のかかる棚にしまう");
  await page.fill("[name='tasks.0.responsible']", "総務の担当");
  await page.check("[name=expected][value='1']");
  await press(page, "この対応に決める");
  const after = await words(page);
  assert.match(after, /鍵のかかる棚にしまう/);
  assert.match(after, /リスクレベルは 4（中）から 2（低）に下がる見込みです/);
  await check(page);
});

test("the work is in the plan, and is done", async () => {
  await page.goto("/treatments/board");
  await follow(page, page.getByRole("button", { name: /始める/ }));
  await page.goto("/treatments");
  await follow(page, page.getByRole("link", { name: "鍵のかかる棚にしまう" }));
  await page.check("[name=status][value=done]");
  await press(page, "保存する");
  assert.match(await words(page), /「完了」にしました/);
  const files = await page.request.get("/treatments/export.xlsx?status=done");
  assert.equal(files.status(), 200);
  assert.ok((await files.body()).length > 5_000);
});

test("an asset without answers is refused and nothing of it is lost", async () => {
  await page.goto("/assets/new");
  await page.fill("[name=name]", "見積書");
  await press(page, "追加する");
  assert.ok((await page.locator(".error-summary li").count()) >= 1);
  assert.equal(await page.inputValue("[name=name]"), "見積書");
  await rate(page, 1);
  await press(page, "追加する");
  await page.goto("/");
  assert.match(await words(page), /リスクをまだ考えていない情報資産が1件あります/);
});
