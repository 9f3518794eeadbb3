// Every screen, at desk and at phone width: no accessibility violation, no script error, nothing scrolls sideways.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atBothWidths, check } from "../browser.mjs";
import { routeOf, routes } from "../routes.mjs";
import { screens } from "../screens/all.mjs";

test("every screen is good at both widths, and every address has been looked at", async (context) => {
  const patterns = routes();
  const seen = new Set();
  for await (const { name, page } of screens()) {
    seen.add(routeOf(new URL(page.url()).pathname, patterns));
    await context.test(name, () => atBothWidths(page, () => check(page)));
  }
  const unseen = patterns.filter((pattern) => !seen.has(pattern));
  assert.deepEqual(unseen, [], "tests/browser/screens visits every screen: add these");
});
