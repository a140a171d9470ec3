// src/browser/find.ts
import { basename } from "node:path";

// src/finding/finding.ts
var EnvironmentFault = class extends Error {
  finding;
  constructor(finding2, options) {
    super(finding2.message, options);
    this.name = "EnvironmentFault";
    this.finding = finding2;
  }
};

// src/finding/wording.ts
function words(wording) {
  return wording;
}
var wordings = {
  // Reading the source
  "source-missing": words({
    severity: "error",
    message: ({ path }) => `There is no guide at "${path}".`,
    hint: () => "Name a Markdown file, or a folder that holds a guide.md."
  }),
  "source-unreadable": words({
    severity: "error",
    message: ({ path, reason }) => `"${path}" cannot be read: ${reason}.`
  }),
  "source-empty": words({
    severity: "error",
    message: () => "The guide is empty.",
    hint: () => "Write at least a heading or a paragraph."
  }),
  "source-not-utf8": words({
    severity: "error",
    message: ({ byte }) => `The file is not UTF-8: byte ${byte} does not belong to any character.`,
    hint: () => "Save the file again as UTF-8."
  }),
  "source-too-large": words({
    severity: "error",
    message: ({ megabytes, limit }) => `The file has ${megabytes} MB; a guide may have at most ${limit} MB.`,
    hint: () => "Split the guide into several, and keep pictures in files of their own."
  }),
  // Front matter
  "front-matter-broken": words({
    severity: "error",
    message: ({ reason }) => `The front matter is not valid YAML: ${reason}`,
    hint: () => "Put a value that holds a colon, a quote or a # between quotation marks."
  }),
  "front-matter-key": words({
    severity: "warning",
    message: ({ key }) => `"${key}" is not a key of the front matter; it was passed over.`,
    hint: ({ nearest }) => nearest ? `Did you mean "${nearest}"?` : void 0
  }),
  "front-matter-value": words({
    severity: "warning",
    message: ({ key, expected }) => `"${key}" must be ${expected}; the value was passed over.`
  }),
  // Structure
  "directive-unclosed": words({
    severity: "error",
    message: ({ name }) => `":::${name}" is opened here and never closed.`,
    hint: () => "Close it with a line of colons, as many as it was opened with."
  }),
  "directive-stray": words({
    severity: "warning",
    message: () => "This line of colons closes no directive; it was left out."
  }),
  "directive-unknown": words({
    severity: "warning",
    message: ({ name }) => `":::${name}" is not a directive; its content was kept as ordinary text.`,
    hint: ({ nearest }) => nearest ? `Did you mean ":::${nearest}"?` : void 0
  }),
  "directive-misplaced": words({
    severity: "warning",
    message: ({ name, expected }) => `":::${name}" belongs ${expected}.`
  }),
  "attribute-unknown": words({
    severity: "warning",
    message: ({ name, of }) => `"${name}" is not an attribute of ${of}; it was passed over.`,
    hint: ({ nearest }) => nearest ? `Did you mean "${nearest}"?` : void 0
  }),
  "attribute-value": words({
    severity: "warning",
    message: ({ name, expected }) => `"${name}" must be ${expected}; the value was passed over.`
  }),
  "id-twice": words({
    severity: "warning",
    message: ({ id, given }) => `The id "${id}" is used twice; this one became "${given}".`
  }),
  "heading-skipped": words({
    severity: "warning",
    message: ({ from, to }) => `The heading jumps from level ${from} to level ${to}.`,
    hint: ({ from }) => `Write it with ${from + 1} hash signs.`
  }),
  "title-twice": words({
    severity: "warning",
    message: () => "There is more than one heading of level 1; each was taken as a section.",
    hint: () => "Put the title into the front matter, or keep one heading of level 1."
  }),
  "html-removed": words({
    severity: "warning",
    message: ({ tag }) => `HTML that a guide cannot hold was left out: <${tag}>.`,
    hint: () => "Write what it should say in Markdown."
  }),
  "footnote-missing": words({
    severity: "warning",
    message: ({ label }) => `The footnote "${label}" is referred to, but not written.`
  }),
  // Pictures
  "picture-missing": words({
    severity: "warning",
    message: ({ src }) => `The picture "${src}" was not found; a labelled box stands in its place.`,
    hint: () => "Paths count from the folder of the guide."
  }),
  "picture-refused": words({
    severity: "warning",
    message: ({ src, reason }) => `The picture "${src}" was not read (${reason}); a labelled box stands in its place.`
  }),
  "picture-remote": words({
    severity: "warning",
    message: ({ src }) => `The picture "${src}" is on the network and was not fetched; a labelled box stands in its place.`,
    hint: () => "Save it beside the guide and use its file name."
  }),
  "picture-alt": words({
    severity: "warning",
    message: ({ src }) => `The picture "${src}" has no alternative text.`,
    hint: () => "Say between the square brackets what it shows."
  }),
  // Look
  "accent-contrast": words({
    severity: "warning",
    message: ({ accent, ratio }) => `The accent ${accent} has a contrast of ${ratio} against white; at least 4.5 is needed to be read.`,
    hint: () => "Take a darker colour."
  }),
  // Planning and fit
  "slide-directive": words({
    severity: "warning",
    message: ({ name }) => `"${name}" is a directive for the whole deck; it was left out of this slide.`,
    hint: ({ name }) => `A directive for one slide begins with an underscore: "_${name}".`
  }),
  "block-to-handout": words({
    severity: "warning",
    message: ({ what, slide }) => `This ${what} fits on no slide; slide ${slide} refers to the handout instead.`,
    hint: () => "Shorten it, or break it into several."
  }),
  // Templates
  "template-broken": words({
    severity: "error",
    message: ({ template, reason }) => `The template "${template}" does not work: ${reason}`
  }),
  // The printed page
  "request-refused": words({
    severity: "warning",
    message: ({ url, artefact }) => `${artefact} asked for "${url}"; it was refused.`,
    hint: () => "A guide may load only its own pictures."
  }),
  // Checks of the artefacts
  "heading-missing": words({
    severity: "error",
    message: ({ what, text, artefact }) => `The ${what} "${text}" does not stand as a heading in ${artefact}.`
  }),
  "heading-repeated": words({
    severity: "error",
    message: ({ what, text, artefact, times, right }) => `The ${what} "${text}" stands ${times} times as a heading in ${artefact}; ${right === 1 ? "once" : `${right} times`} is right.`
  }),
  "heading-order": words({
    severity: "error",
    message: ({ what, text, artefact }) => `The ${what} "${text}" stands out of order in ${artefact}.`
  }),
  "bookmark-missing": words({
    severity: "error",
    message: ({ what, text, artefact }) => `The ${what} "${text}" has no bookmark in ${artefact}.`
  }),
  "section-missing": words({
    severity: "error",
    message: ({ text, artefact }) => `The words of the whole section "${text}" are missing in ${artefact}.`
  }),
  "words-missing": words({
    severity: "error",
    message: ({ text, artefact }) => `These words are missing in ${artefact}: "${text}"`
  }),
  "words-leaked": words({
    severity: "error",
    message: ({ text, artefact }) => `These words are for the facilitator alone, but stand in ${artefact}: "${text}"`
  }),
  "slide-cut-off": words({
    severity: "error",
    message: ({ slide, pixels, side }) => `Slide ${slide} is cut off: its content reaches ${pixels} px past the ${side} of the slide.`,
    hint: () => 'Shorten what stands here, or set a slide break ("---").'
  }),
  "slide-words-lost": words({
    severity: "error",
    message: ({ slide, text }) => `Slide ${slide} of deck.pdf lacks words that deck.html shows: "${text}"`
  }),
  "slides-differ": words({
    severity: "error",
    message: ({ html, pdf }) => `deck.html has ${html} slides, but deck.pdf has ${pdf} pages.`
  }),
  "pages-moved": words({
    severity: "error",
    message: ({ artefact }) => `The page numbers of ${artefact} moved between two prints.`,
    hint: () => "This is a fault of the templates: filling in a page number must not move a line."
  }),
  // The environment
  "browser-missing": words({
    severity: "error",
    message: ({ system, todo }) => `No browser was found on ${system}: ${todo}`
  }),
  "browser-failed": words({
    severity: "error",
    message: ({ reason }) => `The browser failed: ${reason}`,
    hint: () => "Set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium."
  }),
  "sandbox-off": words({
    severity: "warning",
    message: ({ reason }) => `The browser runs without its sandbox: ${reason}.`
  }),
  "output-foreign": words({
    severity: "error",
    message: ({ path }) => `"${path}" was not made by Deckhand and was not replaced.`,
    hint: () => "Move it away, or build into another folder with --out."
  }),
  "output-failed": words({
    severity: "error",
    message: ({ path, reason }) => `"${path}" cannot be written: ${reason}.`,
    hint: () => "The last good output was left as it is."
  })
};
var codes = Object.keys(wordings);
function finding(code, data, place) {
  const wording = wordings[code];
  const hint = wording.hint?.(data);
  return {
    code,
    severity: wording.severity,
    message: wording.message(data),
    ...place ? { place } : {},
    ...hint ? { hint } : {}
  };
}

// src/browser/embedded.ts
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp as mkdtemp2, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, isAbsolute, join as join2 } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

// src/browser/private-folder.ts
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var graceMinutes = 10;
var patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 30 };
async function makePrivateFolder(env) {
  const parent = process.platform !== "win32" && env["TMPDIR"] || tmpdir();
  sweepFolders(parent, "deckhand-");
  return mkdtemp(join(parent, `deckhand-${process.pid}-`));
}
async function removeFolder(folder) {
  await rm(folder, patiently);
}
function removeFolderNow(folder) {
  try {
    rmSync(folder, patiently);
  } catch {
  }
}
function sweepFolders(parent, prefix) {
  for (const name of namesIn(parent)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : void 0;
    if (pid && !isAlive(Number(pid)) && isOldAndOurs(join(parent, name))) removeFolderNow(join(parent, name));
  }
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
function isOldAndOurs(path) {
  try {
    const { mtimeMs, uid } = lstatSync(path);
    const ours = process.getuid === void 0 || process.getuid() === uid;
    return ours && Date.now() - mtimeMs > graceMinutes * 6e4;
  } catch {
    return false;
  }
}

// src/browser/embedded.ts
async function embeddedBrowser(env, onProgress) {
  const source = findPackage();
  if (!source) return void 0;
  const name = `chromium-${source.version}`;
  const cache = join2(cacheHome(env), "deckhand");
  const cached = join2(cache, name);
  if (isComplete(cached)) return describe(cached);
  onProgress("Unpacking the browser (once)\u2026");
  try {
    await unpackInto(cache, name, source.bin);
    return describe(cached);
  } catch {
    const temporary = await makePrivateFolder(env);
    await unpack(source.bin, temporary);
    return { ...describe(temporary), temporary };
  }
}
function findPackage() {
  const runsHere = process.platform === "linux" && process.arch === "x64" && existsSync("/lib64/ld-linux-x86-64.so.2");
  if (!runsHere) return void 0;
  try {
    const require2 = createRequire(import.meta.url);
    const root = dirname(dirname(dirname(require2.resolve("@sparticuz/chromium"))));
    const { version } = require2(join2(root, "package.json"));
    const bin = join2(root, "bin");
    return existsSync(join2(bin, "chromium.br")) ? { bin, version } : void 0;
  } catch {
    return void 0;
  }
}
function cacheHome(env) {
  const named = env["XDG_CACHE_HOME"];
  return named && isAbsolute(named) ? named : join2(env["HOME"] || homedir(), ".cache");
}
function describe(folder) {
  return { executable: join2(folder, "chromium"), libraries: join2(folder, "lib") };
}
function isComplete(folder) {
  const { executable, libraries } = describe(folder);
  return existsSync(executable) && existsSync(libraries);
}
async function unpackInto(cache, name, bin) {
  await mkdir(cache, { recursive: true, mode: 448 });
  sweepFolders(cache, `${name}.`);
  const temporary = await mkdtemp2(join2(cache, `${name}.${process.pid}-`));
  await unpack(bin, temporary);
  await moveUnlessThere(temporary, join2(cache, name));
}
async function moveUnlessThere(temporary, target) {
  try {
    await rename(temporary, target);
  } catch (error) {
    if (isComplete(target)) return removeFolder(temporary);
    if (!existsSync(target)) throw error;
    await removeFolder(target);
    await rename(temporary, target);
  }
}
async function unpack(bin, folder) {
  const removeAtExit = () => removeFolderNow(folder);
  process.on("exit", removeAtExit);
  try {
    await decompress(bin, folder);
  } catch (error) {
    await removeFolder(folder);
    throw error;
  } finally {
    process.off("exit", removeAtExit);
  }
}
async function decompress(bin, folder) {
  const requireThere = createRequire(join2(bin, "chromium.br"));
  const tar = requireThere("tar-fs");
  const executable = createWriteStream(join2(folder, "chromium"), { mode: 493 });
  await Promise.all([
    pipeline(
      createReadStream(join2(bin, "chromium.br")),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      executable
    ),
    pipeline(createReadStream(join2(bin, "al2023.tar.br")), createBrotliDecompress(), tar.extract(folder))
  ]);
}

// src/browser/installed.ts
import { accessSync, constants, existsSync as existsSync2, readdirSync as readdirSync2, statSync } from "node:fs";
import { homedir as homedir2 } from "node:os";
import { delimiter, join as join3 } from "node:path";
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
function puppeteerBrowser(env) {
  const home = env["HOME"] || env["USERPROFILE"] || homedir2();
  const cache = env["PUPPETEER_CACHE_DIR"] || join3(home, ".cache", "puppeteer");
  return [
    ...executablesIn(join3(cache, "chrome-headless-shell"), shellNames),
    ...executablesIn(join3(cache, "chrome"), chromeNames)
  ].find(isExecutable);
}
function installedBrowser(env) {
  const usual = process.platform === "win32" ? windowsPaths(env) : process.platform === "darwin" ? macPaths(env) : [];
  return [...usual, ...onPath(env)].find(isExecutable);
}
var shellNames = ["chrome-headless-shell", "chrome-headless-shell.exe"];
var chromeNames = [
  "chrome",
  "chrome.exe",
  join3("Google Chrome for Testing.app", "Contents", "MacOS", "Google Chrome for Testing")
];
function executablesIn(folder, names) {
  return foldersIn(folder).toSorted(newestFirst).flatMap((version) => foldersIn(join3(folder, version)).map((archive) => join3(folder, version, archive))).flatMap((archive) => names.map((name) => join3(archive, name)));
}
function foldersIn(folder) {
  if (!existsSync2(folder)) return [];
  return readdirSync2(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
function newestFirst(a, b) {
  return b.localeCompare(a, "en", { numeric: true });
}
function onPath(env) {
  const names = [
    "chrome-headless-shell",
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge"
  ];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join3(folder, name)));
}
function macPaths(env) {
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return ["/Applications", join3(env["HOME"] || homedir2(), "Applications")].flatMap(
    (folder) => apps.map((app) => join3(folder, `${app}.app`, "Contents", "MacOS", app))
  );
}
function windowsPaths(env) {
  const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => env[name] ?? []);
  const inside = [
    join3("Google", "Chrome", "Application", "chrome.exe"),
    join3("Chromium", "Application", "chrome.exe"),
    join3("Microsoft", "Edge", "Application", "msedge.exe")
  ];
  return inside.flatMap((path) => roots.map((root) => join3(root, path)));
}

// src/browser/find.ts
async function findBrowser(env = process.env, onProgress = () => {
}) {
  const named = env["PUPPETEER_EXECUTABLE_PATH"];
  if (named) return isExecutable(named) ? describe2(named) : missing(wrongPath(named));
  let failure;
  const embedded = await embeddedBrowser(env, onProgress).catch((error) => void (failure = error));
  if (embedded) return { ...embedded, shell: true };
  const other = puppeteerBrowser(env) ?? installedBrowser(env);
  if (other) return describe2(other);
  if (failure)
    throw new EnvironmentFault(finding("browser-failed", { reason: notUnpacked(failure) }), {
      cause: failure
    });
  return missing(installOne());
}
function describe2(executable) {
  return { executable, shell: /headless[-_]shell/i.test(basename(executable)) };
}
function missing(todo) {
  throw new EnvironmentFault(
    finding("browser-missing", { system: `${process.platform} ${process.arch}`, todo })
  );
}
function wrongPath(path) {
  return `PUPPETEER_EXECUTABLE_PATH names "${path}", which is no file that can be run; correct or unset it.`;
}
function notUnpacked(error) {
  return `it cannot be unpacked (${error instanceof Error ? error.message : String(error)}); make room in the temporary folder.`;
}
function installOne() {
  const install = {
    darwin: "install Google Chrome from https://www.google.com/chrome/",
    win32: "install Google Chrome or Microsoft Edge",
    linux: "install Chromium with your package manager (Debian: apt install chromium)"
  };
  const how = install[process.platform] ?? "install Chrome or Chromium";
  return `${how}, or set PUPPETEER_EXECUTABLE_PATH to one.`;
}

// src/browser/fontconfig.ts
import { readdirSync as readdirSync4 } from "node:fs";
import { join as join5 } from "node:path";

// src/templates/templates.ts
import { existsSync as existsSync3, readFileSync, readdirSync as readdirSync3 } from "node:fs";
import { dirname as dirname2, join as join4 } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
function productFolder() {
  let folder = dirname2(fileURLToPath(import.meta.url));
  while (!existsSync3(join4(folder, "templates", "shared"))) {
    const parent = dirname2(folder);
    if (parent === folder) throw new Error("The templates folder of Deckhand is missing.");
    folder = parent;
  }
  return folder;
}

// src/browser/fontconfig.ts
function systemFonts() {
  return join5(productFolder(), "templates", "shared", "fonts", "system");
}
var families = { "sans-serif": "IBM Plex Sans", serif: "Source Serif 4", monospace: "IBM Plex Mono" };
function fontsConf(fonts, cache) {
  if (!readdirSync4(fonts).some((name) => name.endsWith(".ttf")))
    throw new Error(`There are no fonts in "${fonts}".`);
  const aliases = Object.entries(families).map(
    ([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(cache)}</cachedir>
  ${aliases.join("\n  ")}
</fontconfig>
`;
}
function escapeXml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

// src/browser/launch.ts
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join as join7 } from "node:path";

// src/browser/pipe.ts
function pipeTransport(write, read) {
  let pending = [];
  const transport = {
    send(message) {
      if (!write.destroyed) write.write(`${message}\0`);
    },
    close() {
      write.destroy();
      read.destroy();
    }
  };
  write.on("error", () => {
  });
  read.on("error", () => {
  });
  read.on("close", () => transport.onclose?.());
  read.on("data", (chunk) => {
    let start2 = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start2)) {
      const message = Buffer.concat([...pending, chunk.subarray(start2, end)]).toString();
      pending = [];
      start2 = end + 1;
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start2 < chunk.length) pending.push(chunk.subarray(start2));
  });
  return transport;
}

// src/browser/connect.ts
var launchSeconds = 30;
async function connect(child, signal) {
  let words2 = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => words2 = (words2 + text).slice(-4e3));
  const timer = new AbortController();
  const failed = new Promise((_, reject) => {
    child.on("error", reject);
    child.on("close", (code, by) => reject(new Error(`it ended at once (${by ?? code})${lastWords(words2)}`)));
    const aborted = () => reject(signal?.reason);
    if (signal?.aborted) aborted();
    signal?.addEventListener("abort", aborted, { signal: timer.signal });
    const late = () => reject(new Error(`it did not answer within ${launchSeconds} s${lastWords(words2)}`));
    const timeout = setTimeout(late, launchSeconds * 1e3);
    timer.signal.addEventListener("abort", () => clearTimeout(timeout));
  });
  try {
    const conversation = converse(child).catch((error) => pause(1).then(() => Promise.reject(error)));
    return await Promise.race([failed, conversation]);
  } finally {
    timer.abort();
  }
}
async function converse(child) {
  const [, , , write, read] = child.stdio;
  const transport = pipeTransport(write, read);
  const { connect: speak } = await import("puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js");
  const connection = await speak({
    transport,
    defaultViewport: { width: 1280, height: 720 },
    // The guard alone listens to requests: these would send every data: URI through the pipe.
    networkEnabled: false,
    issuesEnabled: false,
    // Every step has a deadline of its own.
    protocolTimeout: 0
  });
  const [page] = await connection.pages();
  await page?.evaluate("1");
  return connection;
}
function lastWords(words2) {
  const lines = words2.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.find((line) => /FATAL|sandbox|error while loading|cannot open/i.test(line)) ?? lines.at(-1);
  return telling ? `: ${telling.replace(/^\[[^\]]*\]\s*/, "").slice(0, 300)}` : "";
}
function pause(seconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1e3).unref();
  });
}

// src/browser/flags.ts
import { join as join6 } from "node:path";
var offline = [
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--dns-prefetch-disable",
  "--disable-quic",
  "--no-pings",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-background-networking",
  "--disable-client-side-phishing-detection",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync",
  // Frames in a process of their own would be out of the guard's sight (IsolateSandboxedIframes).
  "--disable-features=IsolateSandboxedIframes,AcceptCHFrame,MediaRouter,OptimizationHints,Translate"
];
var quiet = [
  "--no-first-run",
  "--no-default-browser-check",
  "--block-new-web-contents",
  "--disable-breakpad",
  "--disable-crash-reporter",
  "--disable-hang-monitor",
  "--disable-prompt-on-repost",
  "--disable-search-engine-choice-screen",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--password-store=basic",
  "--use-mock-keychain"
];
var steady = [
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--lang=en-US",
  "--disable-gpu",
  "--disable-backgrounding-occluded-windows",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  // Containers give /dev/shm too little room.
  "--disable-dev-shm-usage"
];
function browserFlags(found, folder, sandbox) {
  return [
    found.shell ? "--headless" : "--headless=new",
    "--remote-debugging-pipe",
    `--user-data-dir=${join6(folder, "profile")}`,
    ...sandbox ? [] : ["--no-sandbox"],
    ...offline,
    ...quiet,
    ...steady,
    "about:blank"
  ];
}
function browserEnvironment(found, folder, env) {
  const own = {
    TMPDIR: folder,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    HOME: folder
  };
  return {
    ...env,
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LC_ALL: "en_US.UTF-8",
    LANGUAGE: "en_US",
    // The embedded browser brings libraries and has no fonts; an installed one has both.
    ...found.libraries && { LD_LIBRARY_PATH: found.libraries, FONTCONFIG_FILE: join6(folder, "fonts.conf") },
    ...process.platform === "linux" && own
  };
}

// src/browser/launch.ts
var graceSeconds = 1;
async function launch(found, { env, sandbox, fonts, signal }) {
  signal?.throwIfAborted();
  const folder = await makePrivateFolder(env);
  let child;
  const removeAll = () => {
    kill(child);
    removeFolderNow(folder);
  };
  process.on("exit", removeAll);
  const stop = async () => {
    kill(child);
    await removeFolder(folder).catch(() => {
    });
    process.off("exit", removeAll);
  };
  try {
    if (found.libraries)
      writeFileSync(join7(folder, "fonts.conf"), fontsConf(fonts, join7(folder, "fontconfig")));
    const started = child = start(found, folder, env, sandbox);
    const connection = await connect(started, signal);
    let stopped;
    const stopGently = async () => {
      await Promise.race([connection.close().catch(() => {
      }), ended(started), pause(graceSeconds)]);
      await stop();
    };
    return { connection, pid: started.pid, folder, stop: () => stopped ??= stopGently() };
  } catch (error) {
    await stop();
    throw error;
  }
}
function start(found, folder, env, sandbox) {
  const child = spawn(found.executable, browserFlags(found, folder, sandbox), {
    env: browserEnvironment(found, folder, env),
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // A process group of its own, so that one signal reaches all of its processes, and Ctrl+C only us.
    detached: process.platform !== "win32"
  });
  child.once("exit", () => {
    kill(child);
    for (const pipe of child.stdio.slice(3)) pipe?.destroy();
  });
  return child;
}
function ended(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once("exit", () => resolve());
  });
}
function kill(child) {
  if (child?.pid === void 0) return;
  try {
    if (process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
    else if (child.exitCode === null) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  } catch {
  }
}

// src/browser/tab.ts
import { rm as rm2, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

// src/browser/guard.ts
import { realpathSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
async function guard(page, session, readRoot) {
  const refused = /* @__PURE__ */ new Set();
  const root = readRoot === void 0 ? void 0 : realpathSync(readRoot);
  let admitted;
  const mayLoad = (url, type) => {
    if (url === admitted && type === "Document") {
      admitted = void 0;
      return true;
    }
    return root !== void 0 && type !== "Document" && liesBelow(url, root);
  };
  session.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
    const may = mayLoad(request.url, resourceType);
    if (!may) refused.add(request.url);
    const answer = may ? session.send("Fetch.continueRequest", { requestId }) : (
      // Aborted: a refused navigation leaves the page as it is, where others would bring up an error page.
      session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
    );
    answer.catch(() => {
    });
  });
  session.on("Log.entryAdded", ({ entry }) => {
    const url = /^WebSocket connection to '([^']+)'|^Not allowed to load local resource: (\S+)/.exec(
      entry.text
    );
    const asked = url?.[1] ?? url?.[2];
    if (asked) refused.add(asked);
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {
  }));
  await Promise.all([
    session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
    session.send("Log.enable")
  ]);
  return {
    get refused() {
      return [...refused];
    },
    admit(url) {
      admitted = url;
    }
  };
}
function liesBelow(url, root) {
  try {
    return realpathSync(fileURLToPath2(url)).startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return false;
  }
}

// src/browser/tab.ts
async function prepareTab(page, readRoot) {
  page.setDefaultTimeout(0);
  const session = await page.createCDPSession();
  const [guarded] = await Promise.all([
    guard(page, session, readRoot),
    // Not page.emulateMediaType: when the document moves to another process, this session's state is restored last.
    session.send("Emulation.setEmulatedMedia", { media: "print" })
  ]);
  return { page, guard: guarded };
}
async function loadTab(tab, { html, path, javascript }) {
  const url = pathToFileURL(path).href;
  await Promise.all([writeFile(path, html, { mode: 384 }), tab.page.setJavaScriptEnabled(javascript)]);
  tab.guard.admit(url);
  await tab.page.goto(url, { waitUntil: "load" });
  await tab.page.evaluate(settled);
  await rm2(path, { force: true });
}
async function printTab(tab) {
  return tab.page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: 0
  });
}
var settled = `(async () => {
  globalThis.__name ??= (value) => value // esbuild wraps named functions in it, also those for evaluate.
  // The load event has waited for all others; decoding those, too, would only take time.
  const lazy = [...document.images].filter((picture) => picture.loading === 'lazy')
  for (const picture of lazy) picture.loading = 'eager'
  await Promise.all(lazy.map((picture) => picture.decode().catch(() => {})))
  await document.fonts.ready
})()`;

// src/browser/session.ts
async function startSession(found, options) {
  const running = await launchSafely(found, options);
  const { connection } = running;
  connection.on("targetcreated", (target) => {
    if (target.opener()) void closePage(target);
  });
  const prepare = async (page) => prepareTab(await page, options.readRoot);
  const firstPage = connection.pages().then(([page]) => page ?? connection.newPage());
  let spare = quietly(prepare(firstPage));
  return {
    running,
    takeTab() {
      const taken = spare;
      const next = () => prepare(connection.newPage());
      spare = quietly(taken.then(next, next));
      return taken;
    }
  };
}
async function launchSafely(found, options) {
  const { signal, onFinding } = options;
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  let why = "";
  if (!isRoot) {
    try {
      return await launch(found, { ...options, sandbox: true });
    } catch (error) {
      signal.throwIfAborted();
      why = reasonOf(error);
    }
  }
  try {
    const running = await launch(found, { ...options, sandbox: false });
    if (why) onFinding(finding("sandbox-off", { reason: `a launch with it failed, since ${why}` }));
    return running;
  } catch (error) {
    signal.throwIfAborted();
    throw new EnvironmentFault(finding("browser-failed", { reason: reasonOf(error) }), { cause: error });
  }
}
async function closePage(target) {
  try {
    await (await target.page())?.close();
  } catch {
  }
}
function reasonOf(error) {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
function quietly(promise) {
  promise.catch(() => {
  });
  return promise;
}

// src/browser/keeper.ts
function keepSession(found, options) {
  const { signal, timeoutSeconds } = options;
  const ends = [];
  let starting;
  let current;
  const session = () => {
    signal.throwIfAborted();
    starting ??= startSession(found, options).then((started) => current = started);
    return starting;
  };
  const discard = (dead) => {
    if (current !== dead) return;
    ends.push(dead.running.stop());
    starting = current = void 0;
  };
  const stop = async () => {
    await starting?.then((started) => started.running.stop()).catch(() => {
    });
    await Promise.all(ends);
  };
  return {
    signal,
    timeoutSeconds,
    session: async () => session(),
    discard,
    pid: () => current?.running.pid,
    stop
  };
}

// src/browser/sheet.ts
import { join as join8 } from "node:path";

// src/browser/watch.ts
var Lost = class extends Error {
};
async function watch(step, { session, tab, seconds, signal }) {
  signal.throwIfAborted();
  const { connection } = session.running;
  const over = new AbortController();
  const trouble = new Promise((_, reject) => {
    const crashed = () => reject(new Lost("a page crashed"));
    const gone = () => reject(new Lost("it ended unexpectedly"));
    const aborted = () => reject(signal.reason);
    const timeout = setTimeout(
      () => reject(new Lost(`it did not answer within ${seconds} s`)),
      seconds * 1e3
    );
    tab?.page.on("error", crashed);
    connection.on("disconnected", gone);
    signal.addEventListener("abort", aborted);
    over.signal.addEventListener("abort", () => {
      clearTimeout(timeout);
      tab?.page.off("error", crashed);
      connection.off("disconnected", gone);
      signal.removeEventListener("abort", aborted);
    });
  });
  try {
    return await Promise.race([step, trouble]);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Lost) throw error;
    const closed = error instanceof Error && error.name === "TargetCloseError";
    throw closed || !connection.connected ? new Lost("it ended unexpectedly", { cause: error }) : error;
  } finally {
    over.abort();
  }
}

// src/browser/sheet.ts
async function openSheet(keeper, html, options = {}) {
  const { name = "page", javascript = false } = options;
  const { signal, timeoutSeconds: seconds } = keeper;
  const refused = /* @__PURE__ */ new Set();
  const done = [];
  let loaded;
  const load = async (session) => {
    const tab = await watch(session.takeTab(), { session, seconds, signal });
    const repeat = async () => {
      const file = `${name.replace(/[^\w-]/g, "-")}-${nextNumber()}.html`;
      await loadTab(tab, { html, path: join8(session.running.folder, file), javascript });
      for (const step of done) await step(tab);
    };
    await watch(repeat(), { session, tab, seconds, signal });
    return { session, tab };
  };
  const attempt = async (step, mayRetry = true) => {
    const session = await keeper.session();
    try {
      if (loaded?.session !== session) loaded = await load(session);
      const { tab } = loaded;
      const result = await watch(step(tab), { session, tab, seconds, signal });
      for (const url of tab.guard.refused) refused.add(url);
      return result;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      keeper.discard(session);
      if (mayRetry) return attempt(step, false);
      throw new EnvironmentFault(finding("browser-failed", { reason: error.message }), { cause: error });
    }
  };
  await attempt(async () => {
  });
  return {
    async evaluate(script, ...args) {
      const run = script;
      const step = (tab) => tab.page.evaluate(run, ...args);
      const value = await attempt(step);
      done.push(step);
      return value;
    },
    async print() {
      const pdf = await attempt(printTab);
      return { pdf, refused: [...refused] };
    },
    async close() {
      await Promise.race([loaded?.tab.page.close().catch(() => {
      }), pause(1)]);
    }
  };
}
var number = 0;
function nextNumber() {
  return number += 1;
}

// src/browser/browser.ts
async function openBrowser(options = {}) {
  const { env = process.env, signal, onProgress = () => {
  }, timeoutSeconds = 120 } = options;
  signal?.throwIfAborted();
  const found = await findBrowser(env, onProgress);
  const removeAtExit = () => void (found.temporary && removeFolderNow(found.temporary));
  process.on("exit", removeAtExit);
  const closing = new AbortController();
  const keeper = keepSession(found, {
    env,
    fonts: options.fonts ?? systemFonts(),
    readRoot: options.readRoot,
    timeoutSeconds,
    signal: closing.signal,
    onFinding: options.onFinding ?? (() => {
    })
  });
  let closed;
  const end = async (reason) => {
    closing.abort(reason);
    signal?.removeEventListener("abort", onAbort);
    await keeper.stop();
    if (found.temporary) await removeFolder(found.temporary).catch(() => {
    });
    process.off("exit", removeAtExit);
  };
  const close = (reason) => closed ??= end(reason);
  const onAbort = () => void close(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  try {
    await keeper.session();
  } catch (error) {
    await close(error);
    throw error;
  }
  return {
    get pid() {
      return keeper.pid();
    },
    open: (html, sheetOptions) => openSheet(keeper, html, sheetOptions),
    print: (html, sheetOptions) => withSheet(keeper, html, sheetOptions, (sheet) => sheet.print()),
    measure: (html, script, ...args) => withSheet(keeper, html, { name: "measure" }, (sheet) => sheet.evaluate(script, ...args)),
    close: () => close(new Error("The browser is closed."))
  };
}
async function withSheet(keeper, html, options, use) {
  const sheet = await openSheet(keeper, html, options);
  try {
    return await use(sheet);
  } finally {
    await sheet.close();
  }
}
export {
  findBrowser,
  openBrowser
};
