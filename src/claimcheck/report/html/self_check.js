"use strict";
// Checks what was chosen against the coded answer, and tells the outcome with its reasons.
const decoded = (coded) => {
  const bytes = Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
};
const element = (name, text, kind) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const listed = (name, texts) => {
  const made = document.createElement(name);
  for (const text of texts) made.append(element("li", text));
  return made;
};
const chosen = (section) => {
  if (section.dataset.sort === "choice") {
    const one = section.querySelector("input:checked");
    return [one ? Number(one.value) : -1];
  }
  return [...section.querySelectorAll("select")].map((one) => (one.value === "" ? -1 : Number(one.value)));
};
const told = (section, key) => {
  if (section.dataset.sort === "open") return ["What to look for in your answer:", ""];
  const given = chosen(section);
  if (given.includes(-1)) return ["Not all is chosen yet.", "open"];
  const hits = given.filter((one, place) => one === key.right[place]).length;
  if (hits === given.length) return ["✓ Right.", "right"];
  if (given.length > 1) return [`✗ ${hits} of ${given.length} are right.`, "wrong"];
  const slip = key.slips[given[0]];
  return [slip ? `✗ Not right: ${slip}.` : "✗ Not right.", "wrong"];
};
const check = (section) => {
  const key = decoded(section.dataset.coded);
  const outcome = section.querySelector(".outcome");
  const [text, kind] = told(section, key);
  outcome.className = `outcome ${kind}`;
  outcome.replaceChildren(element("p", text, "told"));
  if (kind === "open") return;
  if (kind === "wrong") {
    const again = element("button", "Show the answer");
    again.type = "button";
    again.addEventListener("click", () => show(outcome, key));
    outcome.append(again);
    return;
  }
  show(outcome, key, kind === "right");
};
const show = (outcome, key, isKnown) => {
  outcome.querySelectorAll("button").forEach((one) => one.remove());
  if (!isKnown && key.answer.length) outcome.append(listed("ul", key.answer));
  if (key.why.length) outcome.append(listed("ol", key.why));
  for (const note of key.notes) outcome.append(element("p", note));
  if (key.look.length) outcome.append(listed("ul", key.look));
  for (const sample of key.samples) outcome.append(element("p", sample));
};
for (const section of document.querySelectorAll(".exercise")) {
  section.querySelector(".check").addEventListener("click", () => check(section));
}
