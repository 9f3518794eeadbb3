// The real program on a temporary data folder.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** The sample files that the repository ships. */
export const examples = join(repository, "examples");
const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");

/** The binary under test: SONAE_BINARY, else the everyday build. */
const binary = process.env.SONAE_BINARY ?? join(target, "debug", "sonae");

/** Runs a command of the program on a data folder; answers what it printed. */
export function run(data, words, input = "") {
  const done = spawnSync(binary, [...words, "--data", data], { encoding: "utf8", input });
  if (done.error) throw new Error(`${binary}: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`sonae ${words.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

/** Starts the program; answers its address, its data folder and how to stop it. `prepare` runs before, on the folder. */
export async function startServer(prepare = () => {}) {
  const data = mkdtempSync(join(tmpdir(), "sonae-browser-"));
  // Whatever happens, nothing is left behind.
  process.once("exit", () => rmSync(data, { recursive: true, force: true }));
  prepare(data);
  // Port 0 is any free one; the program says which.
  const child = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SONAE_LOG: "warn" },
  });
  const address = await saidAddress(child);
  return {
    address,
    data,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Waits until the program has printed where it answers. */
function saidAddress(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text) => {
      said += text;
      const found = said.match(/http:\/\/localhost:\d+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
}
