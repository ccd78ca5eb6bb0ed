// Everything works without this file; it saves a few keystrokes.
"use strict";

function makeCopyable(part) {
  for (const button of part.querySelectorAll(".address button")) {
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
  for (const field of part.querySelectorAll("input[readonly]")) {
    field.addEventListener("focus", () => field.select());
  }
}

makeCopyable(document);

// The builder shows at once what its form would lead to; only the last question's answer counts.
const form = document.querySelector(".builder form");
if (form) {
  let asked = 0;
  form.addEventListener("change", async () => {
    const mine = ++asked;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = form.action + "?" + query;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (mine === asked && answer.ok) {
      const made = new DOMParser().parseFromString(text, "text/html").getElementById("result");
      document.getElementById("result").replaceChildren(...made.childNodes);
      makeCopyable(document.getElementById("result"));
      history.replaceState(null, "", address);
    }
  });
}

// A chapter is played where the page plays the whole; without this, the browser opens the file there.
for (const link of document.querySelectorAll(".chapters a")) {
  link.addEventListener("click", (event) => {
    const player = document.querySelector("article audio, article video");
    if (player) {
      event.preventDefault();
      const begin = () => {
        player.currentTime = Number(link.dataset.start);
      };
      if (player.readyState > 0) {
        begin();
      } else {
        player.addEventListener("loadedmetadata", begin, { once: true });
      }
      player.play();
    }
  });
}
