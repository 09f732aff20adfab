// Opens the self-check page (argument) in Chromium (second argument), without a network, and does the exercises as a
// learner would, by keyboard alone. Prints as JSON what was seen: requests, messages, outcomes, axe-core's findings.
const { chromium } = require("playwright-core");
const fs = require("fs");

const main = async () => {
  const [page_file, executable] = process.argv.slice(2);
  const browser = await chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
  });
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const seen = { requests: [], messages: [], outcomes: [], violations: [], focus: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) seen.requests.push(request.url());
  });
  page.on("console", (message) => seen.messages.push(message.text()));
  page.on("pageerror", (error) => seen.messages.push(String(error)));
  await page.goto(`file://${page_file}`);
  const answers = JSON.parse(fs.readFileSync(0, "utf8"));
  const sections = await page.$$(".exercise");
  for (const [number, section] of sections.entries()) {
    const told = {};
    const check = await section.$(".check");
    const press = async () => {
      await check.focus();
      await page.keyboard.press("Enter");
      return (await section.$eval(".outcome", (one) => one.textContent)).slice(0, 4000);
    };
    told.empty = await press();
    for (const kind of ["wrong", "right"]) {
      const wanted = answers[number][kind];
      if (wanted === null) continue;
      const selects = await section.$$("select");
      if (selects.length) {
        for (const [place, select] of selects.entries()) await select.selectOption({ value: String(wanted[place]) });
      } else {
        const radio = await section.$(`input[value="${wanted[0]}"]`);
        await radio.focus();
        await page.keyboard.press("Space");
      }
      told[kind] = await press();
    }
    seen.outcomes.push(told);
  }
  await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(() => axe.run());
  seen.violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 2)}`);
  seen.broad = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  process.stdout.write(JSON.stringify(seen));
  await browser.close();
};
main().catch((error) => { console.error(error); process.exit(1); });
