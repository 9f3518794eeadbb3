// Pasting cells from Excel made easier; the form works without it. Cells may be pasted and a file may be dropped
// anywhere on the page, and what was pasted is told in words: so many rows, so many columns.
"use strict";

const summary = document.querySelector("[data-paste-summary]");
const area = document.getElementById(summary.dataset.pasteSummary);
const file = area.form.querySelector("input[type=file]");

// Rows and cells as Excel puts them on the clipboard: only a cell with a line break stands in quotes.
function rows(text) {
  const whole = text.replace(/\r\n?/g, "\n").replace(/(^|\t|\n)"((?:[^"\t]|"")*\n(?:[^"\t]|"")*)"(?=\t|\n|$)/g, "$1 ");
  return whole.split("\n").filter((row) => row.trim() !== "").map((row) => row.split("\t"));
}

function tell() {
  const all = rows(area.value);
  if (all.length === 0) {
    summary.textContent = "";
    return;
  }
  const columns = Math.max(...all.map((row) => row.length));
  const first = all[0].map((cell) => cell.trim()).filter((cell) => cell !== "").slice(0, 4).join("、");
  summary.textContent = `${all.length.toLocaleString("ja-JP")}行、${columns}列を貼り付けました。1行目：${first}${columns > 4 ? "…" : ""}`;
}

function choose(files) {
  if (files.length === 0) return false;
  file.files = files;
  file.dispatchEvent(new Event("change", { bubbles: true }));
  file.focus();
  return true;
}

document.addEventListener("paste", (event) => {
  const data = event.clipboardData;
  if (!data || event.target.closest?.("input:not([type=file]), select")) return;
  const text = data.getData("text/plain");
  // Excel also puts a picture of the cells on the clipboard: only where there is no text is it a file.
  if (text === "") {
    if (choose(data.files)) event.preventDefault();
    return;
  }
  if (event.target === area) return;
  event.preventDefault();
  area.value = text;
  area.focus();
  tell();
});
area.addEventListener("input", tell);

document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (event.dataTransfer?.files.length && choose(event.dataTransfer.files)) event.preventDefault();
});
tell();
