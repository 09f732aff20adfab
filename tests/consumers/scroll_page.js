// Opens a large page, scrolls it, and prints, as JSON, how many milliseconds that took.
// Arguments: CHROMIUM PAGE.
"use strict";
const { chromium } = require("playwright-core");
const [browserPath, file] = process.argv.slice(2);
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const began = Date.now();
  await page.goto("file://" + file);
  const opening = Date.now() - began;
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const middle = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
    const gaps = [], jumps = [];
    for (let step = 0; step < 80; step += 1) {
      const before = performance.now();
      scrollBy(0, 1500);
      await frame();
      gaps.push(performance.now() - before);
    }
    for (let step = 0; step < 20; step += 1) {
      const before = performance.now();
      scrollTo(0, document.documentElement.scrollHeight * ((step * 7) % 20) / 20);
      await frame();
      jumps.push(performance.now() - before);
    }
    return { scrolling: middle(gaps), jumping: middle(jumps), longestJump: jumps[jumps.length - 1] };
  });
  await browser.close();
  process.stdout.write(JSON.stringify({ opening, ...times }));
})();
