// A company as a person makes it: by the first-run page, in a browser.

import { open } from "./browser.mjs";

export const password = "correct-horse-battery-staple-27";
export const officer = "hanako@example.jp";

/** Presses the page's main button and waits for what follows. */
export async function submit(page, label) {
  const button = label
    ? page.locator("main").getByRole("button", { name: label, exact: true }).first()
    : page.locator("main button[type=submit]").first();
  await Promise.all([page.waitForNavigation(), button.click()]);
}

/** Goes through the first-run page as 見本花子 of 見本工業; answers her page. */
export async function establish(browser, server, options) {
  const page = await open(browser, server, options);
  await page.goto("/");
  await page.fill("#organization", "見本工業");
  await page.fill("#name", "見本花子");
  await page.fill("#email", officer);
  await page.fill("#password", password);
  await submit(page, "はじめる");
  return page;
}

/** Signs a person in by password. */
export async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.fill("#email", email);
  await page.fill("#password", password);
  await submit(page, "サインイン");
}

/** Brings a register in through the screens: a file, then everything usable in it. */
export async function importFile(page, path) {
  await page.goto("/assets/import");
  await page.setInputFiles("input[type=file]", path);
  await submit(page);
}
