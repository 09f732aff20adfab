// Opens pages in one Chromium and prints, as JSON, what a reader of each would meet: { PAGE: … }. Beside each page
// it leaves PAGE.a4.pdf and PAGE.letter.pdf. Arguments: CHROMIUM PAGE...
"use strict";
const { chromium } = require("playwright-core");
const axe = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [browserPath, ...files] = process.argv.slice(2);
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard = { requests: [], console: [] };
  page.on("request", (request) => { if (!request.url().startsWith("data:")) heard.requests.push(request.url()); });
  page.on("console", (message) => heard.console.push(message.text()));
  page.on("pageerror", (fault) => heard.console.push(String(fault)));
  await page.goto("file://" + file);
  return { context, page, heard };
}

async function faults(page) {
  // The policy of the page forbids scripts that are not its own; the tool gets around that by the debugger.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

async function looked(browser, file) {
  const views = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const { context, page, heard } = await opened(browser, file, { viewport: { width, height: 800 }, colorScheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
      const wideOpen = await page.evaluate(() => document.documentElement.scrollWidth);
      views.push({ colorScheme, width, ...heard, faults: await faults(page), wide: Math.max(wide, wideOpen) });
      await context.close();
    }
  }
  return views;
}

async function printed(browser, file) {
  const { context, page } = await opened(browser, file, {});
  await page.emulateMedia({ media: "print" });
  const figures = await page.evaluate(() => [...document.querySelectorAll("figure")]
    .filter((figure) => figure.checkVisibility()).map((figure) =>
    [...figure.querySelectorAll("svg:not(.phone) text")].map((text) => text.textContent)));
  const heads = await page.evaluate(() => [...document.querySelectorAll("h2, h3, h4")]
    .filter((head) => head.checkVisibility()).map((head) => head.textContent));
  await page.pdf({ path: `${file}.a4.pdf`, format: "A4", preferCSSPageSize: false });
  await page.pdf({ path: `${file}.letter.pdf`, format: "Letter" });
  await context.close();
  return { figures, heads };
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
  const result = {};
  for (const file of files) {
    const quiet = await opened(browser, file, { javaScriptEnabled: false });
    const text = await quiet.page.locator("body").textContent();
    await quiet.context.close();
    result[file] = { views: await looked(browser, file), text, print: await printed(browser, file) };
  }
  await browser.close();
  process.stdout.write(JSON.stringify(result));
})();
