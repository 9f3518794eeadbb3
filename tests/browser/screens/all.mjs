// Every screen of the application, one after another: for the journey that looks at each, and for pictures.

import { establishWithRegister, newMember, stage } from "../company.mjs";
import { account, tokens } from "./account.mjs";
import { assets } from "./assets.mjs";
import { imports } from "./import.mjs";
import { knowledge } from "./knowledge.mjs";
import { organization, people } from "./people.mjs";
import { records } from "./records.mjs";
import { risks } from "./risks.mjs";
import { setup } from "./setup.mjs";

/** The company with its people: an officer, an auditor who only reads, an employee who may see nothing. */
export async function populated() {
  const here = await stage(establishWithRegister);
  const officer = await here.signedIn();
  const auditor = { email: "jiro@example.jp", name: "見本次郎", role: "auditor" };
  const employee = { email: "taro@example.jp", name: "見本太郎", role: "employee" };
  for (const person of [auditor, employee]) {
    const page = await newMember(here, officer, person);
    await page.context().close();
  }
  await officer.context().close();
  return { ...here, auditor: auditor.email, employee: employee.email };
}

/** Each screen as `{ name, page }`; the page may be looked at until the next one is asked for. */
export async function* screens() {
  yield* setup();
  const here = await populated();
  try {
    for (const part of [assets, risks, knowledge, imports, records, people, organization, account, tokens]) yield* part(here);
  } finally {
    await here.end();
  }
}
