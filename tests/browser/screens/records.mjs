// 記録.

import { follow, press } from "../company.mjs";

/** The log: a list, a record of each kind, undoing. */
export async function* records(here) {
  const page = await here.signedIn();
  await page.goto("/audit-log");
  yield { name: "audit-log", page };
  await page.goto("/audit-log?from=yesterday");
  yield { name: "audit-log-with-mistakes", page };
  await page.goto("/audit-log?event=removed&from=2000-01-01&to=2000-01-02");
  yield { name: "audit-log-nothing-found", page };
  await page.goto("/audit-log/verify");
  yield { name: "audit-log-verify", page };
  await page.goto("/audit-log?entity=asset&event=changed");
  await follow(page, page.locator("#records tbody a").first());
  yield { name: "record-of-a-change", page };
  await page.goto(`${new URL(page.url()).pathname}/undo`);
  yield { name: "record-undo", page };
  await follow(page, page.locator("main .button-danger"));
  yield { name: "record-undone", page };
  await page.goto("/audit-log?entity=import");
  const link = page.locator("#records tbody a").first();
  if (await link.count()) {
    await follow(page, link);
    yield { name: "record-of-an-import", page };
  }
  await page.goto("/risks/identify/paper");
  await press(page, "選んだリスクを追加する");
  await page.goto("/audit-log?entity=risk&event=created");
  await follow(page, page.locator("#records tbody a").first());
  yield { name: "record-of-many-risks", page };
  await page.goto(`${new URL(page.url()).pathname}/undo-together`);
  yield { name: "record-undo-together", page };
  await follow(page, page.locator("main .button-danger"));
  yield { name: "record-undone-together", page };
}
