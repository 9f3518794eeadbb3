// サインイン and アカウント.

import { follow, password, press, signIn } from "../company.mjs";
import { authenticator } from "../passkey.mjs";
import { code } from "../totp.mjs";

/** Everything about how a person signs in, as the company's auditor. */
export async function* account(here) {
  const page = await here.open();
  await authenticator(page);
  await page.goto("/sign-in");
  yield { name: "sign-in", page };
  await page.fill("#email", "nobody@example.jp");
  await page.fill("#password", "wrong-password-000");
  await press(page, "サインイン");
  yield { name: "sign-in-refused", page };
  await page.goto("/sign-in/passkey");
  yield { name: "sign-in-passkey", page };
  await signIn(page, here.auditor);
  await page.goto("/account");
  yield { name: "account", page };
  await page.goto("/account/password");
  yield { name: "account-password", page };
  await press(page, "変更する");
  yield { name: "account-password-with-mistakes", page };
  await page.goto("/account/passkeys/new");
  yield { name: "passkey-new", page };
  await page.fill("#name", "会社のPC");
  await page.fill("#password", password);
  await page.getByRole("button", { name: "登録する" }).click();
  await page.waitForURL(/\/account\/passkeys\/[\w-]{36}$/);
  yield { name: "passkey", page };
  yield* twoSteps(here, page);
}

/** API tokens, for whom the role opens them. */
export async function* tokens(here) {
  const page = await here.signedIn();
  await page.goto("/account/tokens");
  yield { name: "tokens-empty", page };
  await page.goto("/account/tokens/new");
  yield { name: "token-new", page };
  await press(page, "トークンを作る");
  yield { name: "token-new-with-mistakes", page };
  await page.fill("#name", "在庫システム");
  await page.fill("#password", password);
  await press(page, "トークンを作る");
  yield { name: "token-made", page };
  await press(page, "控えたので、一覧に戻る");
  yield { name: "tokens", page };
  await follow(page, page.getByRole("link", { name: /取り消す/ }));
  yield { name: "token-revoke", page };
}

async function* twoSteps(here, page) {
  await page.goto("/account/two-steps");
  yield { name: "two-steps", page };
  await page.fill("#password", password);
  await press(page, "次へ");
  yield { name: "two-steps-app", page };
  await page.fill("#code", code(await page.innerText("p.secret")));
  await press(page, "2段階認証を始める");
  yield { name: "recovery-codes", page };
  await page.goto("/account/recovery-codes");
  yield { name: "recovery-codes-renew", page };
  await page.goto("/account/two-steps/off");
  yield { name: "two-steps-off", page };
  await page.goto("/account");
  yield { name: "account-with-everything", page };
  const again = await here.open();
  await signIn(again, here.auditor);
  yield { name: "second-step", page: again };
  await again.fill("#code", "000000");
  await press(again, "サインイン");
  yield { name: "second-step-refused", page: again };
  await again.context().close();
}
