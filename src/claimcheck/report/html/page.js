"use strict";
(() => {
// Filters, the step through the years, and folds that open for whoever follows a link into them. Nothing here is
// needed to read the page.
const $ = (id) => document.getElementById(id);
const form = $("choose"), by = $("by"), asked = $("asked"), year = $("year"), told = $("told"), shown = $("shown");
const accounts = [...document.querySelectorAll("article[data-by]")];
const claims = new Set(accounts.map((one) => one.id));
// The id of a claim becomes a link that lasts.
for (const one of accounts) {
const id = one.querySelector("h4 code"), link = document.createElement("a");
link.href = "#" + encodeURIComponent(one.id);
id.replaceWith(link);
link.append(id);
}
// A row of a table belongs to the claims that it links to; a lane of a picture names its claim by its siglum.
const entry = (name) => document.getElementById(decodeURIComponent(name))?.closest("article")?.id;
const parts = [];
for (const row of document.querySelectorAll("tbody tr")) {
const ids = [...row.querySelectorAll('a[href^="#"]')].map((one) => entry(one.hash.slice(1))).filter((id) => claims.has(id));
if (ids.length) parts.push([row, ids]);
}
for (const lane of document.querySelectorAll("g[data-c]")) parts.push([lane, [entry(lane.dataset.c)]]);
const groups = [...document.querySelectorAll("#questions > .group")];
const years = year ? year.dataset.years.split(",").map((one) => one.split("|")) : [];

function chosenYear() {
  return year && Number(year.value) < years.length ? years[Number(year.value)] : null;
}
function fits(one, limit) {
  if (by.value && !one.dataset.by.split(" ").includes(by.value)) return false;
  if (asked.value && !(one.dataset.q || "").split(" ").includes(asked.value) && one.parentElement.id !== asked.value) return false;
  return !limit || (one.dataset.y !== undefined && Number(one.dataset.y) <= Number(limit[0]));
}
function choose() {
  const limit = chosenYear();
  const kept = new Set(accounts.filter((one) => fits(one, limit)).map((one) => one.id));
  const all = kept.size === accounts.length;
  const seen = new Set();
  for (const one of accounts) one.classList.toggle("away", !kept.has(one.id));
  for (const [part, ids] of parts) {
    const away = !ids.some((id) => kept.has(id));
    part.classList.toggle("away", away);
    if (!away) seen.add(part.closest(".group"));
  }
  for (const group of groups) {
    const wrong = asked.value && group.id !== asked.value;
    const own = seen.has(group) || group.querySelector("article[data-by]:not(.away)");
    group.classList.toggle("away", !all && (wrong || !own));
  }
  $("clear").hidden = all && !by.value && !asked.value && !limit;
  if (shown) shown.textContent = limit ? limit.at(-1) : "all years";
  told.textContent = all ? "" : `${kept.size} of ${accounts.length} accounts are shown` +
    (limit ? `: those in works that could be read by ${limit.at(-1)}. Works without a year are left out. The verdicts ` +
    "remain those of all works together; how they changed is told under History." : ".");
}
function step(by) {
  year.value = String(Number(year.value) + by);
  choose();
}
function open() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return; }
  const target = id && document.getElementById(id);
  if (!target) return;
  if (target.closest(".away")) clear();
  for (let one = target; one; one = one.parentElement) if (one.localName === "details") one.open = true;
  target.scrollIntoView();
}
function clear() {
  by.value = "";
  asked.value = "";
  if (year) year.value = String(years.length);
  choose();
}
if (accounts.length > 1) {
  for (const group of groups) asked.add(new Option(group.querySelector("h3").textContent, group.id));
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const field of [by, asked, year]) if (field) field.addEventListener("input", choose);
  $("clear").addEventListener("click", clear);
  if (year) {
    $("earlier").addEventListener("click", () => step(-1));
    $("later").addEventListener("click", () => step(1));
  }
}
const contents = document.querySelector(".contents details");
if (contents && matchMedia("(max-width: 75rem)").matches) contents.open = false;
addEventListener("hashchange", open);
addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details")) one.open = true; });
open();
})();
