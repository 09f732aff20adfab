// Opens pages in one Chromium and prints, as JSON, what a reader of each would meet: { PAGE: … }. Beside each page
// it leaves PAGE.a4.pdf, PAGE.letter.pdf, and PAGE.full.pdf with every fold open. Arguments: CHROMIUM PAGE...
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

// Of the dark colours all that can be otherwise is whether they can be told from what is behind them.
async function faults(page, colorScheme) {
  // The policy of the page forbids scripts that are not its own; the tool gets around that by the debugger.
  await page.evaluate(axe);
  const asked = { resultTypes: ["violations"], ...(colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {}) };
  const found = await page.evaluate((options) => globalThis.axe.run(document, options), asked);
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

// Words of a picture that stand over its edge, or over other words, as the browser sets them. How high a line of
// words is goes by its type: marks that are stacked on a letter do not count.
async function illPlaced(page) {
  return page.evaluate(() => [...document.querySelectorAll("svg.drawing")].filter((one) => one.checkVisibility())
    .flatMap((picture) => {
      const { width, height } = picture.viewBox.baseVal;
      const words = [...picture.querySelectorAll("text")].map((text) => {
        const { x, width: long } = text.getBBox();
        const [size, base] = [parseFloat(getComputedStyle(text).fontSize), text.y.baseVal[0].value];
        return { said: text.textContent, left: x, right: x + long, top: base - size * 0.72, foot: base + size * 0.22 };
      });
      const over = words.filter((one) => one.left < 0 || one.right > width || one.top < 0 || one.foot > height);
      const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
      const met = words.flatMap((one, place) => words.slice(place + 1).filter((other) => meet(one, other))
        .map((other) => `${one.said} | ${other.said}`));
      return [...over.map((one) => one.said), ...met];
    }));
}

async function looked(browser, file) {
  const views = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const { context, page, heard } = await opened(browser, file, { viewport: { width, height: 800 }, colorScheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
      const wideOpen = await page.evaluate(() => document.documentElement.scrollWidth);
      const placed = { illPlaced: await illPlaced(page), wide: Math.max(wide, wideOpen) };
      views.push({ colorScheme, width, ...heard, faults: await faults(page, colorScheme), ...placed });
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
  const placed = await illPlaced(page);
  await page.pdf({ path: `${file}.a4.pdf`, format: "A4", preferCSSPageSize: false });
  await page.pdf({ path: `${file}.letter.pdf`, format: "Letter" });
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
  await page.pdf({ path: `${file}.full.pdf`, format: "A4", preferCSSPageSize: false });
  await context.close();
  return { figures, heads, illPlaced: placed };
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
