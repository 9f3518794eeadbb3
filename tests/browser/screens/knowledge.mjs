// 知識.

/** The entrance, lists of every shape, an entry of every shape, the search; the same as an employee sees it. */
export async function* knowledge(here) {
  const page = await here.signedIn();
  for (const [name, address] of [
    ["knowledge", "/knowledge"],
    ["knowledge-search", "/knowledge/search?q=らんさむ"],
    ["knowledge-search-one-kind", "/knowledge/search?q=バックアップ&kind=clause&page=2"],
    ["knowledge-search-nothing-found", "/knowledge/search?q=どこにもない言葉"],
    ["knowledge-topics", "/knowledge/topic"],
    ["knowledge-cases", "/knowledge/case"],
    ["knowledge-checks", "/knowledge/check"],
    ["knowledge-clauses-narrowed", "/knowledge/clause?q=バックアップ"],
    ["knowledge-threats", "/knowledge/threat"],
    ["knowledge-controls", "/knowledge/control?concept=復旧"],
    ["knowledge-treatments", "/knowledge/treatment"],
    ["knowledge-terms", "/knowledge/term"],
    ["knowledge-list-nothing-found", "/knowledge/form?q=どこにもない言葉"],
    ["knowledge-case", "/knowledge/case/ransomware"],
    ["knowledge-check", "/knowledge/check/self-check.01"],
    ["knowledge-clause", "/knowledge/clause/access-control.sharing-range"],
    ["knowledge-clause-with-table", "/knowledge/clause/access-control.access-table"],
    ["knowledge-threat", "/knowledge/threat/CI-04"],
    ["knowledge-threat-line", "/knowledge/threat-line/removable-media.outside-loss"],
    ["knowledge-vulnerability", "/knowledge/vulnerability/SW-21"],
    ["knowledge-control", "/knowledge/control/8.13"],
    ["knowledge-guideline", "/knowledge/guideline/self-check"],
    ["knowledge-form", "/knowledge/form/withdrawal-permit"],
    ["knowledge-medium", "/knowledge/medium/paper"],
    ["knowledge-role", "/knowledge/role/system-administrator"],
    ["knowledge-term", "/knowledge/term/asset"],
    ["knowledge-not-found", "/knowledge/threat/ransomware"],
    ["risks-naming-a-weakness", "/risks?vulnerability=OR-24"],
  ]) {
    await page.goto(address);
    yield { name, page };
  }
  yield* opened(page);
  const employee = await here.signedIn({}, here.employee);
  await employee.goto("/knowledge/page/password");
  yield { name: "knowledge-handbook-for-an-employee", page: employee };
  await employee.context().close();
}

/** What is folded, opened. */
async function* opened(page) {
  for (const [name, address] of [
    ["knowledge-clauses", "/knowledge/clause"],
    ["knowledge-topic", "/knowledge/topic/ransomware"],
    ["knowledge-regulation", "/knowledge/regulation/telework"],
  ]) {
    await page.goto(address);
    await page.locator("main .fold > summary").nth(1).click();
    yield { name, page };
  }
}
