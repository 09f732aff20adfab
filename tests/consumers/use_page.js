// Uses the controls of a page as a reader would and prints, as JSON, what is then seen. Arguments: CHROMIUM PAGE.
"use strict";
const { chromium } = require("playwright-core");
const [browserPath, file] = process.argv.slice(2);
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto("file://" + file);
  const shown = () => page.evaluate(() => [...document.querySelectorAll("article[data-by]")]
    .filter((one) => one.checkVisibility()).map((one) => one.id));
  const rows = () => page.evaluate(() => [...document.querySelectorAll("#synopsis tbody tr")]
    .filter((one) => one.checkVisibility()).length);
  const lanes = () => page.evaluate(() => [...document.querySelectorAll("g[data-c]")]
    .filter((one) => getComputedStyle(one).visibility === "visible" && one.closest("figure").checkVisibility())
    .map((one) => document.getElementById(one.dataset.c).closest("article").id));
  const result = { all: await shown(), allRows: await rows() };
  const claimants = await page.locator("#by option").evaluateAll((all) => all.map((one) => one.label).slice(1));
  result.byClaimant = {};
  for (const claimant of claimants) {
    await page.selectOption("#by", { label: claimant });
    result.byClaimant[claimant] = { shown: await shown(), rows: await rows(), lanes: await lanes() };
  }
  await page.click("#clear");
  result.afterClear = await shown();
  const questions = await page.locator("#asked option").evaluateAll((all) => all.map((one) => one.value).slice(1));
  result.byQuestion = {};
  for (const question of questions) {
    await page.selectOption("#asked", question);
    result.byQuestion[question] = await page.evaluate(() => [...document.querySelectorAll("#questions > .group")]
      .filter((one) => one.checkVisibility()).map((one) => one.id));
  }
  await page.click("#clear");
  result.years = [];
  if (await page.locator("#earlier").count()) {
    const steps = Number(await page.locator("#year").getAttribute("max"));
    for (let step = 0; step < steps; step += 1) {
      await page.click("#earlier");
      result.years.push({ year: await page.locator("#shown").textContent(), shown: await shown(),
        told: await page.locator("#told").textContent() });
    }
    await page.click("#clear");
  }
  // Every link within the page leads to something that can then be seen.
  const links = await page.evaluate(() => [...new Set([...document.querySelectorAll('a[href^="#"]')]
    .map((one) => one.getAttribute("href")))]);
  result.links = links.length;
  result.dead = [];
  for (const link of links) {
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await page.waitForFunction((hash) => location.hash === hash, link);
    await page.waitForTimeout(5);
    const seen = await page.evaluate(() => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      return target !== null && target.checkVisibility();
    });
    if (!seen) result.dead.push(link);
  }
  await browser.close();
  process.stdout.write(JSON.stringify(result));
})();
