// Cells pasted from Excel, with the small module that makes it easier.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "../browser.mjs";
import { press, stage, words } from "../company.mjs";

const cells = '情報資産名称\t媒体・保存先\t機密性\t完全性\t可用性\t備考\n貼り付けた台帳\t書類\t1\t1\t2\t"1行目\n2行目"\n';

let here, page;
before(async () => {
  here = await stage();
  page = await here.signedIn();
});
after(() => here?.end());

/** What the browser does when Ctrl+V is pressed on the page, outside of any field. */
async function paste(text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("cells pasted anywhere on the page go into the field and are told in words", async () => {
  await page.goto("/assets/import");
  await paste(cells);
  assert.equal(await page.inputValue("#cells"), cells);
  assert.match(await page.innerText("[data-paste-summary]"), /2行、6列を貼り付けました/);
  await check(page);
});

test("a cell with a line break stays one cell on the way into the register", async () => {
  await press(page, "内容を確かめる");
  await press(page, "新規1件を取り込む");
  await page.getByRole("link", { name: "貼り付けた台帳" }).click();
  assert.equal(await page.inputValue("[name=remarks]"), "1行目\n2行目");
});

test("a dropped file is the chosen file", async () => {
  await page.goto("/assets/import");
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["情報資産名称,媒体・保存先,機密性,完全性,可用性\r\n落とした台帳,書類,1,1,1"], "落とした.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await press(page, "内容を確かめる");
  assert.match(await words(page), /落とした台帳/);
});

test("file and cells at once are asked about", async () => {
  await page.goto("/assets/import");
  await paste(cells);
  await page.setInputFiles("input[type=file]", { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a") });
  await press(page, "内容を確かめる");
  assert.match(await page.innerText(".error-summary"), /どちらか1つ/);
  assert.equal(await page.inputValue("#cells"), cells);
});
