// 台帳の取り込み: what cannot be used is told cell by cell; nothing is written before it was seen.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { csv, press, stage, upload, words } from "../company.mjs";
import { examples } from "../server.mjs";

const heading = "業務分類,情報資産名称,媒体・保存先,機密性,完全性,可用性";

let here, page;
before(async () => {
  here = await stage();
  page = await here.signedIn();
});
after(() => here?.end());

test("without a file the field says what to do", async () => {
  await page.goto("/assets/import");
  await press(page, "内容を確かめる");
  assert.match(await page.innerText(".error-summary"), /台帳のファイルを選ぶか/);
});

test("mistakes are named by cell, value and remedy; the rest can be brought in", async () => {
  const lines = [heading, "営業,顧客リスト,事務所PC,3,2,2", "営業,見積書,書類,高い,2,1", "営業,,書類,1,1,1"];
  await upload(page, csv("台帳.csv", lines));
  await page.getByRole("link", { name: /使えない行/ }).click();
  const told = await page.innerText("#lines");
  assert.match(told, /D3/);
  assert.match(told, /高い/);
  assert.match(told, /情報資産名称/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /CSV|書き出す|ダウンロード/ }).click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await page.goto("/assets");
  assert.match(await words(page), /まだ情報資産がありません/);
  await page.goBack();
  await press(page, "新規1件を取り込む");
  assert.match(await words(page), /情報資産1件を追加しました/);
});

test("changes are shown old and new; the same file again changes nothing", async () => {
  const lines = [heading, "営業,顧客リスト,事務所PC,3,3,2"];
  await upload(page, csv("台帳.csv", lines));
  const told = await page.innerText("#lines");
  assert.match(told, /完全性/);
  assert.match(told, /2[\s\S]*3/);
  await press(page, "変更1件を取り込む");
  await upload(page, csv("台帳.csv", lines));
  assert.match(await words(page), /取り込むものはありません/);
});

test("a word for a medium that nobody knows is asked once and remembered", async () => {
  const lines = [heading, "製造,検査記録,現場端末,1,2,2"];
  await upload(page, csv("製造.csv", lines));
  await page.selectOption("[name=medium-0]", { label: "事務所PC" });
  await press(page, "覚えて読み直す");
  await press(page, "新規1件を取り込む");
  await upload(page, csv("製造.csv", [heading, "製造,出荷記録,現場端末,1,2,2"]));
  assert.match(await words(page), /新規1件を取り込む/);
});

test("only the chosen lines are brought in", async () => {
  await upload(page, join(examples, "register.xlsx"));
  const boxes = page.locator("#lines tbody [type=checkbox]");
  const all = await boxes.count();
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  assert.match(await page.innerText(".toolbar"), /2件/);
  await press(page, "選んだ行だけ取り込む");
  assert.match(await words(page), new RegExp(`情報資産2件を追加しました。選ばなかった${all - 2}行`));
});

test("a long one shows its progress by itself and can be left", async () => {
  const lines = Array.from({ length: 4_000 }, (_, number) => `総務,保管文書${number},書類,1,1,1`);
  await upload(page, csv("長い台帳.csv", [heading, ...lines]));
  await press(page, "新規4,000件を取り込む");
  assert.match(page.url(), /\/jobs\//);
  await page.getByText("情報資産4,000件を追加しました。").waitFor();
});
