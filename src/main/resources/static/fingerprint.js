// The file is read here and goes nowhere: only what is shown can be typed into a form.
"use strict";
const list = document.getElementById("list");
const sum = document.getElementById("sum");

list.addEventListener("change", async () => {
  sum.textContent = "";
  const file = list.files[0];
  if (!file) {
    return;
  }
  try {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    sum.textContent = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    sum.textContent = list.dataset.failed;
  }
});
