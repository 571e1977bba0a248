// Brings the fonts that printed documents embed. Usage: node fonts.mjs <target folder>
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
  "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
];
const licences = { "noto-sans-sc/LICENSE_FONT": "OFL-NotoSansSC.txt", "noto-sans-jp/LICENSE_FONT": "OFL-NotoSansJP.txt" };

const digest = createHash("sha256").update(readFileSync(join(home, "package-lock.json"))).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: home, stdio: "inherit" });
  writeFileSync(stamp, digest);
}

mkdirSync(target, { recursive: true });
for (const file of files) copyChanged(file, basename(file));
for (const [file, name] of Object.entries(licences)) copyChanged(file, name);

function copyChanged(file, name) {
  const from = join(modules, "@expo-google-fonts", file);
  const to = join(target, name);
  if (!existsSync(to) || statSync(to).size !== statSync(from).size) copyFileSync(from, to);
}
