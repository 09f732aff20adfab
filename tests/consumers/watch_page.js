// A browser before `claimcheck watch`. Arguments: CHROMIUM URL FILE. Given {changed, broken} (texts of the file) on stdin,
// writes the one, then the other, and prints what the browser shows at the beginning, after each, and from elsewhere.
"use strict";
const { chromium } = require("playwright-core");
const fs = require("fs");
const [browserPath, url, file] = process.argv.slice(2);
const given = JSON.parse(fs.readFileSync(0, "utf8"));
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
  const page = await browser.newPage();
  await page.goto(url);
  const body = () => page.frameLocator("#page").locator("body").innerText();
  await page.waitForFunction(() => window.shown >= 1);
  const first = await body();
  fs.writeFileSync(file, given.changed);
  await page.waitForSelector("#changes:not([hidden])", { timeout: 60000 });
  const changes = await page.locator("#changes").innerText();
  await page.waitForFunction((was) => document.getElementById("page").contentDocument?.body?.innerText !== was, first);
  const second = await body();
  fs.writeFileSync(file, given.broken);
  await page.waitForSelector("#problems:not([hidden])", { timeout: 60000 });
  const problems = await page.locator("#problems").innerText();
  const third = await body();
  await browser.close();
  process.stdout.write(JSON.stringify({ first, changes, second, problems, third }));
})();
