// Everything works without this file; it saves a few keystrokes.
"use strict";

for (const button of document.querySelectorAll(".address button")) {
  const field = button.parentElement.querySelector("input");
  const before = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Pages from an insecure address have no clipboard of that kind.
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = before), 2000);
  });
}
for (const field of document.querySelectorAll("input[readonly]")) {
  field.addEventListener("focus", () => field.select());
}
