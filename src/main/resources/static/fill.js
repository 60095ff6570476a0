// A text file that is chosen is put into the field beside it, where it can be read before it is sent.
"use strict";
for (const choice of document.querySelectorAll("input[type=file][data-into]")) {
  choice.addEventListener("change", async () => {
    const file = choice.files[0];
    if (file) {
      document.getElementById(choice.dataset.into).value = await file.text();
    }
  });
}
