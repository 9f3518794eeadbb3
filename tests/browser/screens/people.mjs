// 人と役割, 部署, 組織.

import { follow, invite, press } from "../company.mjs";

/** People and departments, as the officer; the invitation as the invited. */
export async function* people(here) {
  const page = await here.signedIn();
  await page.goto("/departments");
  yield { name: "departments", page };
  await page.fill("main [name=name]", "営業部");
  await follow(page, page.locator("main form", { has: page.locator("[name=name]") }).getByRole("button"));
  yield { name: "departments-with-notice", page };
  await follow(page, page.locator("main table").getByRole("link").first());
  yield { name: "department", page };
  await page.goto(`${new URL(page.url()).pathname}/remove`);
  yield { name: "department-remove", page };
  await page.goto("/people/invite");
  yield { name: "invite", page };
  await press(page, "招待する");
  yield { name: "invite-with-mistakes", page };
  const link = new URL(await invite(page, "saburo@example.jp", "training-officer")).pathname;
  yield { name: "invite-link", page };
  const guest = await here.open();
  await guest.goto(link);
  yield { name: "invitation", page: guest };
  await page.goto(link);
  yield { name: "invitation-for-somebody-else", page };
  await page.goto("/people");
  yield { name: "people", page };
  await page.locator("#invitation-table").getByRole("link", { name: /取り消す/ }).click();
  await page.waitForURL(/\/revoke$/);
  yield { name: "invitation-revoke", page };
  await press(page, "招待を取り消す");
  await guest.goto(link);
  yield { name: "invitation-closed", page: guest };
  await page.goto("/people");
  await follow(page, page.getByRole("link", { name: "見本次郎" }));
  yield { name: "person", page };
  await page.goto(`${new URL(page.url()).pathname}/remove`);
  yield { name: "person-remove", page };
}

/** The organization's own screens. */
export async function* organization(here) {
  const page = await here.signedIn();
  for (const [name, address] of [
    ["organization-name", "/organization/name"],
    ["settings-criteria", "/settings/criteria"],
    ["organization-profile-company", "/organization/profile/company"],
  ]) {
    await page.goto(address);
    yield { name, page };
  }
}
