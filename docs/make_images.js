// Takes pictures of pages. Arguments: CHROMIUM TARGET_FOLDER PAGE... (each PAGE is NAME=FILE#PLACE). Prints on A4 too.
"use strict";
const { chromium } = require("playwright-core");
const [browserPath, folder, ...pages] = process.argv.slice(2);
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
  for (const one of pages) {
    const [name, address] = one.split("=");
    for (const colorScheme of ["light", "dark"]) {
      for (const [width, height] of [[1280, 1000], [360, 1100]]) {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme });
        await page.goto("file://" + address);
        await page.waitForTimeout(100);
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
        await page.close();
      }
    }
    const page = await browser.newPage();
    await page.goto("file://" + address);
    await page.pdf({ path: `${folder}/${name}.pdf`, format: "A4" });
    await page.close();
  }
  await browser.close();
})();
