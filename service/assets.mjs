// Brings what pages load in the browser. Usage: node assets.mjs <target folder>
// Runs `npm ci` only when package-lock.json changed since the last run.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const modules = join(home, "node_modules");
const stamp = join(modules, ".lock-digest");
const files = [
  "bootstrap/dist/css/bootstrap.min.css",
  "htmx.org/dist/htmx.min.js",
  "bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
  "bpmn-js/dist/assets/diagram-js.css",
  "bpmn-js/dist/assets/bpmn-js.css",
];
const licences = { "bootstrap/LICENSE": "LICENSE-bootstrap.txt", "htmx.org/LICENSE": "LICENSE-htmx.txt", "bpmn-js/LICENSE": "LICENSE-bpmn-js.txt" };

const digest = createHash("sha256").update(readFileSync(join(home, "package-lock.json"))).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: home, stdio: "inherit" });
  writeFileSync(stamp, digest);
}

mkdirSync(target, { recursive: true });
for (const file of files) copyChanged(file, basename(file));
for (const [file, name] of Object.entries(licences)) copyChanged(file, name);

function copyChanged(file, name) {
  const from = join(modules, file);
  const to = join(target, name);
  if (!existsSync(to) || statSync(to).size !== statSync(from).size) copyFileSync(from, to);
}
