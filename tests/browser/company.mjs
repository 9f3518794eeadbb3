// 見本工業 and its people, and what a person does on every screen.

import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { examples, run, startServer } from "./server.mjs";

export const password = "correct-horse-battery-staple-27";
export const officer = "hanako@example.jp";

/** Makes 見本工業 with 見本花子 in a data folder, as an administrator does without a browser. */
export function establish(data) {
  run(data, ["init", "--organization", "見本工業", "--person", "見本花子", "--email", officer, "--password-stdin"], `${password}\n`);
}

/** The same with the register that the repository ships. */
export function establishWithRegister(data) {
  establish(data);
  // Its one word that Sonae does not know, explained.
  run(data, ["import", join(examples, "register.xlsx"), "--medium", "ホームページ=社外サーバー", "--quiet"]);
}

/** Server and browser for a file of journeys. */
export async function stage(prepare = establish) {
  const server = await startServer(prepare);
  const browser = await launch();
  return {
    server,
    browser,
    /** A new window in which nobody is signed in. */
    open: (options) => open(browser, server, options),
    /** A new window in which a person is signed in; 見本花子 unless told. */
    async signedIn(options, email = officer) {
      const page = await open(browser, server, options);
      await signIn(page, email);
      return page;
    },
    async end() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Signs a person in by password. */
export async function signIn(page, email = officer) {
  await page.goto("/sign-in");
  await page.fill("#email", email);
  await page.fill("#password", password);
  await press(page, "サインイン");
}

/** Presses the button or link of that name in the page's content, and waits for the page that follows. */
export async function press(page, name) {
  const content = page.locator("main");
  const target = content.getByRole("button", { name, exact: true }).or(content.getByRole("link", { name, exact: true }));
  await follow(page, target.first());
}

/** Clicks, and waits for the page that follows. */
export async function follow(page, target) {
  await Promise.all([page.waitForEvent("load"), target.click()]);
}

/** What the page says. */
export function words(page) {
  return page.locator("main").innerText();
}

/** Answers where an asset is kept, and the three questions by which it is rated. */
export async function rate(page, value) {
  await page.check("[name=medium][value=paper]");
  for (const property of ["confidentiality", "integrity", "availability"]) {
    await page.check(`[name=${property}][value="${value}"]`);
  }
}

/** Adds an asset by its form; answers its address. */
export async function addAsset(page, name) {
  await page.goto("/assets/new");
  await page.fill("[name=name]", name);
  await rate(page, 2);
  await press(page, "追加する");
  return assetAddress(page, name);
}

/** The address of an asset, found by the list's search. */
export async function assetAddress(page, name) {
  await page.goto(`/assets?q=${encodeURIComponent(name)}`);
  return page.getByRole("link", { name, exact: true }).getAttribute("href");
}

/** Invites somebody; answers the invitation's link. */
export async function invite(page, email, role) {
  await page.goto("/people/invite");
  await page.fill("#email", email);
  await page.check(`[name=role][value=${role}]`);
  await press(page, "招待する");
  return page.inputValue("#link");
}

/** Invites somebody, who joins by the link; answers their window. */
export async function newMember(stage, page, { email, name, role }, options) {
  const link = await invite(page, email, role);
  const guest = await stage.open(options);
  await guest.goto(new URL(link).pathname);
  await guest.fill("[name=name]", name);
  await guest.fill("[name=password]", password);
  await press(guest, "アカウントを作って参加する");
  return guest;
}

/** Sends a register through the first screen of the import. `material` is a path, or a file in memory. */
export async function upload(page, material) {
  await page.goto("/assets/import");
  await page.setInputFiles("input[type=file]", material);
  await press(page, "内容を確かめる");
}

/** A CSV file in memory. */
export function csv(name, lines) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
}
