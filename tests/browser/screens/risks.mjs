// リスク, 対策計画, リスクアセスメント.

import { assetAddress, follow, press } from "../company.mjs";

/** From identifying risks to the snapshot of an assessment, as the company's officer. */
export async function* risks(here) {
  const page = await here.signedIn();
  await page.goto("/risks");
  yield { name: "risks-empty", page };
  yield* identifying(page);
  yield* one(here, page);
  yield* treatments(page);
  yield* assessments(page);
}

async function* identifying(page) {
  for (const [name, address] of [
    ["risks-identify", "/risks/identify"],
    ["risks-identify-medium", "/risks/identify/removable-media"],
    ["risk-new-which-asset", "/risks/new"],
    ["risk-new-event", "/risks/new-event"],
    ["risk-threats", "/risks/threats"],
  ]) {
    await page.goto(address);
    yield { name, page };
  }
  for (const medium of ["removable-media", "office-pc"]) {
    await page.goto(`/risks/identify/${medium}`);
    await press(page, "選んだリスクを追加する");
  }
  yield { name: "risks-identified", page };
  const asset = (await assetAddress(page, "顧客リスト")).split("/").pop();
  await page.goto(`/risks/new?asset=${asset}`);
  yield { name: "risk-new", page };
  await press(page, "追加する");
  yield { name: "risk-added", page };
  await page.goto("/risks/distribution");
  yield { name: "risks-distribution", page };
  await page.goto("/risks/new?many=on");
  yield { name: "risk-new-which-assets", page };
  await page.goto("/risks");
  await page.locator("[name=risk]").nth(0).check();
  await page.locator("[name=risk]").nth(1).check();
  await press(page, "リスク所有者を決める");
  yield { name: "risks-owner", page };
  await page.goto("/risks");
  yield { name: "risks", page };
}

/** One risk: read, changed, treated, approved. Answers to the list of risks. */
async function* one(here, page) {
  await follow(page, page.locator("main table tbody th a").first());
  const address = new URL(page.url()).pathname;
  yield { name: "risk", page };
  await page.goto(`${address}/edit`);
  yield { name: "risk-edit", page };
  await page.selectOption("#owner", { label: "見本花子" });
  await press(page, "保存する");
  for (const part of ["history", "remove", "treatment"]) {
    await page.goto(`${address}/${part}`);
    yield { name: `risk-${part}`, page };
  }
  await press(page, "この対応に決める");
  yield { name: "risk-treatment-with-mistakes", page };
  await page.goto(`${address}/treatment`);
  await page.check("[name=treatment][value=reduce]");
  await page.fill("[name='tasks.0.what']", "USBメモリを、暗号化機能つきのものに替える");
  await page.fill("[name='tasks.0.responsible']", "総務部の担当");
  await page.fill("[name='tasks.0.due_on']", inDays(40));
  await page.fill("[name='tasks.0.cost']", "48000");
  await page.check("[name=expected][value='1']");
  await press(page, "この対応に決める");
  yield { name: "risk-treated", page };
  for (const [name, part] of [["risk-approval", "approval"], ["risk-withdraw", "treatment/withdraw"]]) {
    await page.goto(`${address}/${part}`);
    yield { name, page };
  }
  const reader = await here.signedIn({}, here.auditor);
  await reader.goto(address);
  yield { name: "risk-for-a-reader", page: reader };
  await reader.context().close();
  yield* approvals(page, address);
  yield* conflicts(page, address);
}

/** Sent back, decided anew, approved, and taken back. */
async function* approvals(page, address) {
  const decideAnew = async (cost) => {
    await page.goto(`${address}/treatment`);
    await page.fill("[name='tasks.0.cost']", cost);
    await press(page, "この対応に決める");
  };
  await page.goto(`${address}/approval`);
  await page.fill("#send-back-reason", "費用をもう少しおさえてください");
  await press(page, "承認しないで、差し戻す");
  yield { name: "risk-sent-back", page };
  for (const [name, part] of [["risk-approval-sent-back", "approval"], ["risk-treatment-sent-back", "treatment"]]) {
    await page.goto(`${address}/${part}`);
    yield { name, page };
  }
  await page.goto("/");
  yield { name: "home-sent-back", page };
  await decideAnew("45000");
  await page.goto(`${address}/approval`);
  yield { name: "risk-approval-again", page };
  await page.fill("[name=reason][id='reason']", "予算の範囲で進める");
  await page.fill("[name=review_on]", inDays(180));
  await press(page, "承認する");
  yield { name: "risk-approved", page };
  await page.goto(`${address}/approval`);
  yield { name: "risk-approval-approved", page };
  await page.fill("#send-back-reason", "事情が変わりました");
  await press(page, "承認を取り消して、差し戻す");
  await decideAnew("48000");
}

/** Two people at one risk: what the slower one sees. */
async function* conflicts(page, address) {
  const quicker = await page.context().newPage();
  let times = 0;
  const meanwhile = async () => {
    times += 1;
    await quicker.goto(`${address}/edit`);
    await quicker.fill("[name=consequence]", `取引先に迷惑がかかる（${times}回目の書き直し）`);
    await press(quicker, "保存する");
  };
  await page.goto(`${address}/edit`);
  await page.fill("[name=consequence]", "売上が落ちる");
  await meanwhile();
  await press(page, "保存する");
  yield { name: "risk-conflict", page };
  await page.goto(`${address}/treatment`);
  await page.fill("[name='tasks.0.cost']", "52000");
  await meanwhile();
  await press(page, "この対応に決める");
  yield { name: "risk-treatment-conflict", page };
  await page.goto(`${address}/approval`);
  await page.fill("[name=review_on]", inDays(90));
  await meanwhile();
  await press(page, "承認する");
  yield { name: "risk-approval-conflict", page };
  await page.goto(address);
  await follow(page, page.locator("main a[href*='/tasks/']").first());
  await page.check("[name=status][value=done]");
  await meanwhile();
  await press(page, "保存する");
  yield { name: "task-conflict", page };
  await quicker.close();
  yield* carriedOut(page, address);
}

/** The last task of a plan: what finishing it changes, and what stays when it is set back. */
async function* carriedOut(page, address) {
  await page.goto(address);
  await follow(page, page.locator("main a[href*='/tasks/']").first());
  const task = new URL(page.url()).pathname;
  yield { name: "task-last", page };
  await page.check("[name=status][value=done]");
  await page.uncheck("[name=in_place]");
  await press(page, "保存する");
  await page.goto(task);
  yield { name: "task-done-unconfirmed", page };
  await page.check("[name=in_place]");
  await press(page, "保存する");
  await page.goto(task);
  yield { name: "task-done", page };
  await page.goto(address);
  yield { name: "risk-carried-out", page };
}

async function* treatments(page) {
  for (const [name, address] of [
    ["treatments-board", "/treatments/board"],
    ["treatments-calendar", "/treatments/calendar"],
    ["treatments", "/treatments"],
  ]) {
    await page.goto(address);
    yield { name, page };
  }
  await follow(page, page.locator("main a[href*='/tasks/']").first());
  yield { name: "task", page };
}

async function* assessments(page) {
  await page.goto("/assessments");
  yield { name: "assessments-empty", page };
  await press(page, "今日のリスクを残す");
  yield { name: "assessment", page };
  const address = new URL(page.url()).pathname;
  if (address !== "/assessments") await page.goto(`${address}/remove`);
  else {
    await follow(page, page.locator("main table tbody a").first());
    yield { name: "assessment-of-today", page };
    await page.goto(`${new URL(page.url()).pathname}/remove`);
  }
  yield { name: "assessment-remove", page };
  yield* compared(page);
  await page.goto("/");
  yield { name: "home-with-risks", page };
}

/** A second assessment, by other criteria, beside the first. */
async function* compared(page) {
  await page.goto("/settings/criteria");
  await page.check("[name=criteria][value=ipa]");
  await press(page, "変わるリスクを確かめる");
  yield { name: "criteria-changed", page };
  await press(page, "この基準で保存する");
  yield { name: "criteria-saved", page };
  await page.goto("/assessments");
  await press(page, "今日のリスクを残す");
  await page.goto("/assessments");
  yield { name: "assessments", page };
  await follow(page, page.locator("main table tbody a").first());
  await page.selectOption("[name=since]", { index: 1 });
  await press(page, "比べる");
  yield { name: "assessment-compared", page };
}

/** A day from now on, as a date field takes it. */
function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
