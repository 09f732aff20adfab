"use strict";
(() => {
// Folds that open for whoever follows a link into them. Nothing here is needed to read the page.
function open() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return; }
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let one = target; one; one = one.parentElement) if (one.localName === "details") one.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", open);
open();
})();
