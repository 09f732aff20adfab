// TimelineJS's own reading of its data: {data: [one, …]} on stdin; prints the errors that it finds in each.
// Arguments: CHROMIUM.
"use strict";
const { chromium } = require("playwright-core");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const browser = await chromium.launch({ executablePath: process.argv[2], args: FLAGS });
  const page = await browser.newPage();
  await page.setContent("<!doctype html><title>timeline</title><div id='timeline' style='height: 600px'></div>");
  await page.addScriptTag({ path: require.resolve("@knight-lab/timelinejs/dist/js/timeline.js") });
  const found = await page.evaluate(async (data) => {
    const read = [];
    for (const one of data) {
      const timeline = new TL.Timeline("timeline", one);
      while (!timeline.config) await new Promise((later) => setTimeout(later, 50));
      timeline.config.validate();
      read.push({ errors: timeline.config.getErrors(), events: timeline.config.events.length });
    }
    return read;
  }, given.data);
  await browser.close();
  process.stdout.write(JSON.stringify(found));
})();
