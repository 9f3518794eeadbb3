// Small comforts on top of pages that are complete without them. No state, no inline code.
"use strict";

// Menus close with Escape (focus returns to their button) and when something else is chosen.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// 「すべて選ぶ」 in a table's head: shown only where this script runs.
function rowBoxes(box) {
  return [...box.closest("table").querySelectorAll("tbody .table-select input")];
}
function readySelectAll(root) {
  for (const label of root.querySelectorAll("[data-select-all][hidden]")) label.hidden = false;
  countSelected();
}
function countSelected() {
  for (const place of document.querySelectorAll("[data-selected-count]")) {
    const table = document.getElementById(place.dataset.selectedCount);
    if (!table) continue;
    place.textContent = String(table.querySelectorAll("tbody .table-select input:checked").length);
    place.parentElement.hidden = false;
  }
}
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.closest(".table-select")) return;
  const all = box.closest("table").querySelector("[data-select-all] input");
  if (box === all) {
    for (const row of rowBoxes(box)) row.checked = box.checked;
  } else if (all) {
    const rows = rowBoxes(box);
    const chosen = rows.filter((row) => row.checked).length;
    all.checked = chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
  countSelected();
});

document.addEventListener("DOMContentLoaded", () => readySelectAll(document));
document.addEventListener("htmx:after:swap", () => readySelectAll(document));

// 「コピーする」 beside a field that is to be handed on: shown only where this script runs.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = !navigator.clipboard;
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  const copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
  button.nextElementSibling.textContent = copied ? "コピーしました。" : "コピーできませんでした。選ばれている文字をコピーしてください。";
});
