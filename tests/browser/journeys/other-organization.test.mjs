// A consultant of two companies: what belongs to the one is not there in the other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assetAddress, establishWithRegister, follow, officer, press, stage, words } from "../company.mjs";
import { run } from "../server.mjs";

let here, page, address;
before(async () => {
  here = await stage((data) => {
    establishWithRegister(data);
    run(data, ["organization", "add", "--name", "隣の会社", "--email", officer]);
  });
  page = await here.signedIn();
  await switchTo(page, "見本工業");
  address = await assetAddress(page, "社員名簿");
});
after(() => here?.end());

/** Shows another organization, by the menu at the upper right. */
async function switchTo(page, name) {
  await page.goto("/");
  if ((await page.innerText(".account-name")).includes(name)) return;
  await page.locator(".account summary").click();
  await follow(page, page.getByRole("button", { name, exact: true }));
}

test("the address of another organization's asset opens nothing", async () => {
  assert.equal((await page.goto(address)).status(), 200);
  await switchTo(page, "隣の会社");
  for (const behind of ["", "/history", "/remove"]) {
    assert.equal((await page.goto(address + behind)).status(), 404, behind);
  }
  await page.goto("/assets");
  assert.match(await words(page), /まだ情報資産がありません/);
});

test("a form opened for the one is not saved into the other", async () => {
  await switchTo(page, "見本工業");
  await page.goto(address);
  const other = await page.context().newPage();
  await switchTo(other, "隣の会社");
  await page.fill("[name=remarks]", "まちがえた会社での変更");
  await press(page, "保存する");
  assert.match(await words(page), /何も保存していません/);
  await switchTo(page, "見本工業");
  await page.goto(address);
  assert.notEqual(await page.inputValue("[name=remarks]"), "まちがえた会社での変更");
});
