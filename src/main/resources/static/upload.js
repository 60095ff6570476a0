// The file goes as the body of a request: its bytes alone, its name in the address.
"use strict";
for (const form of document.querySelectorAll(".upload")) {
  const refusal = form.querySelector(".refusal");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    refusal.hidden = true;
    const file = form.querySelector("input[type=file]").files[0];
    if (!file) {
      return;
    }
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const answer = await fetch(form.action + "?name=" + encodeURIComponent(file.name), {
        method: "POST",
        body: await file.arrayBuffer(),
        headers: { "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": form.elements._csrf.value },
      });
      if (answer.ok) {
        location.reload();
        return;
      }
      const isSentence = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
      refusal.textContent = isSentence ? await answer.text() : form.dataset.failed;
    } catch {
      refusal.textContent = form.dataset.failed;
    }
    refusal.hidden = false;
    button.disabled = false;
  });
}
