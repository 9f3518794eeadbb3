// The real program on a temporary data folder.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** The sample files that the repository ships. */
export const examples = join(repository, "examples");
const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");

/** The binary under test: SONAE_BINARY, else the everyday build. */
export const binary = process.env.SONAE_BINARY ?? join(target, "debug", "sonae");

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the program; answers its address, its data folder and how to stop it. */
export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), "sonae-browser-"));
  const port = await freePort();
  const child = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SONAE_LOG: "warn" },
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const address = `http://localhost:${port}`;
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    const answer = await fetch(`${address}/sign-in`, { redirect: "manual" }).catch(() => null);
    if (answer) break;
    if (Date.now() > deadline) throw new Error(`the server does not answer: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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

/** Runs a command of the program on the same data folder; answers what it printed. */
export function run(data, ...words) {
  const done = spawnSync(binary, [...words, "--data", data], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`sonae ${words.join(" ")}: ${done.stderr}`);
  return done.stdout;
}
