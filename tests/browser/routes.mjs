// The addresses of all screens, as crates/web declares them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./server.mjs";

/** What a GET answers with a file. */
const files = [
  "/static/{name}",
  "/assets/export",
  "/assets/import/{id}/problems",
  "/assessments/{id}/report.{format}",
  "/risks/export.{format}",
  "/treatments/export.{format}",
];
/** What only leads on to another screen. */
const ways = ["/setup/profile", "/organization/criteria"];

/** Every pattern (`/assets/{id}/history`) that a GET opens as a screen. */
export function routes() {
  const source = join(repository, "crates", "web", "src");
  const modules = readdirSync(source, { recursive: true }).filter((path) => path.endsWith(".rs") && !path.startsWith("api"));
  const text = modules.map((path) => readFileSync(join(source, path), "utf8")).join("\n");
  const found = [...text.matchAll(/\.route\(\s*"([^"]+)",\s*get\(/g)].map(([, pattern]) => pattern);
  return found.filter((pattern) => ![...files, ...ways].includes(pattern));
}

/** The pattern that answers a path; plain segments go before placeholders, as in the router. */
export function routeOf(path, patterns) {
  const fits = (pattern) => new RegExp(`^${pattern.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path);
  const plainness = (pattern) => pattern.split("/").map((part) => (part.startsWith("{") ? "1" : "0")).join("");
  return patterns.filter(fits).sort((a, b) => plainness(a).localeCompare(plainness(b)))[0];
}
