// 最初の設定 and ホーム.

import { password, press, stage } from "../company.mjs";

/** The first run, on a server of its own. */
export async function* setup() {
  const here = await stage(() => {});
  try {
    const page = await here.open();
    await page.goto("/");
    yield { name: "setup", page };
    await page.fill("#organization", "見本工業株式会社");
    await page.fill("#password", "password1234");
    await press(page, "はじめる");
    yield { name: "setup-with-mistakes", page };
    await page.fill("#name", "見本花子");
    await page.fill("#email", "hanako@example.jp");
    await page.fill("#password", password);
    await press(page, "はじめる");
    for (let part = 1; /\/setup\/profile\//.test(page.url()); part += 1) {
      yield { name: `setup-profile-${part}`, page };
      await press(page, "答えずに次へ進む");
    }
    yield { name: "setup-next", page };
    await press(page, "あとで用意する");
    yield { name: "home-at-first", page };
    await page.goto("/assets");
    yield { name: "assets-empty", page };
    await page.goto("/organization");
    yield { name: "organization-at-first", page };
    await page.goto("/setup/next");
    await press(page, "見本の会社を読み込む");
    yield { name: "home-of-the-sample", page };
    await page.goto("/organization");
    yield { name: "organization", page };
    await page.goto("/organization/sample/remove");
    yield { name: "organization-sample-remove", page };
  } finally {
    await here.end();
  }
}
