// 情報資産台帳.

import { assetAddress, follow, press } from "../company.mjs";

/** All screens of the register, as the company's officer. */
export async function* assets(here) {
  const page = await here.signedIn();
  yield { name: "home", page };
  await page.goto("/assets");
  yield { name: "assets", page };
  await page.getByText("列を選ぶ").click();
  await page.getByText("ほかの条件").click();
  await page.getByLabel("すべての行を選ぶ").check();
  yield { name: "assets-all-open", page };
  await page.goto("/assets?q=どこにもない台帳&importance=3&personal=yes");
  yield { name: "assets-nothing-found", page };
  await page.goto("/assets/new");
  yield { name: "assets-new", page };
  await press(page, "追加する");
  yield { name: "assets-new-with-mistakes", page };
  const address = await assetAddress(page, "社員名簿");
  await page.goto(address);
  yield { name: "asset", page };
  const other = await here.signedIn();
  await other.goto(address);
  await page.fill("[name=remarks]", "氏名、住所、電話番号、入社日");
  await page.fill("[name=users]", "総務部と各部の部長");
  await press(page, "保存する");
  yield { name: "asset-saved", page };
  await other.fill("[name=remarks]", "氏名と連絡先、緊急の連絡先");
  await press(other, "保存する");
  yield { name: "asset-conflict", page: other };
  await other.context().close();
  await page.goto(`${address}/history`);
  yield { name: "asset-history", page };
  await page.goto(`${address}/remove`);
  yield { name: "asset-remove", page };
  await page.goto("/assets/bulk?importance=3");
  yield { name: "assets-bulk", page };
  await page.fill("[name=review_on]", "2027-02-30").catch(() => {});
  await follow(page, page.locator("main button.button-primary"));
  yield { name: "assets-bulk-with-mistakes", page };
  await page.goto("/assets/bulk/remove?importance=3");
  yield { name: "assets-bulk-remove", page };
  const reader = await here.signedIn({}, here.auditor);
  await reader.goto(address);
  yield { name: "asset-for-a-reader", page: reader };
  await reader.goto("/assets");
  yield { name: "assets-for-a-reader", page: reader };
  const refused = await here.signedIn({}, here.employee);
  yield { name: "home-of-an-employee", page: refused };
  await refused.goto("/assets");
  yield { name: "refused", page: refused };
  await page.goto("/nowhere");
  yield { name: "not-found", page };
}
