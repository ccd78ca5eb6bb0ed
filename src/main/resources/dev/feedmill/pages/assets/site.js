// Everything works without this file; it saves a few keystrokes.
"use strict";

function copyOnClick(button, done, select, text) {
  const before = button.textContent;
  button.addEventListener("click", async () => {
    select();
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      // Pages from an insecure address have no clipboard of that kind.
      document.execCommand("copy");
    }
    button.textContent = done;
    setTimeout(() => (button.textContent = before), 2000);
  });
}

function makeCopyable(part) {
  for (const button of part.querySelectorAll(".address button")) {
    const field = button.parentElement.querySelector("input");
    button.hidden = false;
    copyOnClick(button, button.dataset.done, () => field.select(), () => field.value);
  }
  for (const field of part.querySelectorAll("input[readonly]")) {
    field.addEventListener("focus", () => field.select());
  }
}

makeCopyable(document);

for (const code of document.querySelectorAll(".body pre")) {
  const words = code.closest(".body").dataset;
  const root = document.documentElement;
  const box = document.createElement("div");
  const button = document.createElement("button");
  box.className = "code";
  button.type = "button";
  button.textContent = words.copy;
  // The article around it may be in another language.
  button.lang = root.lang;
  button.dir = root.dir || "ltr";
  code.replaceWith(box);
  box.append(code, button);
  copyOnClick(button, words.done, () => getSelection().selectAllChildren(code), () => code.textContent);
}

// A picture that cannot be loaded leaves no frame; it may have failed before this script ran.
function isDecoration(image) {
  return image instanceof HTMLImageElement && image.matches(".items img, .lead, .emblem");
}
addEventListener("error", (event) => isDecoration(event.target) && (event.target.hidden = true), true);
for (const image of document.images) {
  if (isDecoration(image) && image.complete && image.naturalWidth === 0 && image.currentSrc) {
    image.hidden = true;
  }
}

// The builder shows at once what its form would lead to; only the last question's answer counts.
const form = document.querySelector(".builder form");
if (form) {
  let asked = 0;
  form.addEventListener("change", async () => {
    const mine = ++asked;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = form.action.split("#")[0] + "?" + query;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (mine === asked && answer.ok) {
      const page = new DOMParser().parseFromString(text, "text/html");
      document.getElementById("result").replaceChildren(...page.getElementById("result").childNodes);
      const hints = page.querySelectorAll(".builder form .hint");
      form.querySelectorAll(".hint").forEach((hint, i) => (hint.textContent = hints[i].textContent));
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

// How many articles came since the page was loaded. A hidden page has no stream: a browser opens only six connections.
const news = document.querySelector(".news");
if (news) {
  const added = new Set();
  const address = new URL(document.querySelector('link[type="text/event-stream"]').href);
  address.searchParams.set("fields", "id");
  let stream = null;
  const show = (event) => {
    address.searchParams.set("last-event-id", event.lastEventId);
    const { id } = JSON.parse(event.data);
    if (event.type === "added") {
      added.add(id);
    } else if (event.type === "removed") {
      added.delete(id);
    }
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.textContent = added.size === 1 ? news.dataset.one : news.dataset.more.replace("#", added.size);
    // Nothing from a cache.
    link.addEventListener("click", (click) => (click.preventDefault(), location.reload()));
    news.replaceChildren(...(added.size > 0 ? [link] : []));
  };
  const follow = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource(address);
      for (const type of ["begin", "added", "removed", "edited", "reset"]) {
        stream.addEventListener(type, show);
      }
      // A status other than 200 ends a stream for good; not all come back at once.
      stream.addEventListener("error", (event) => {
        if (event.target.readyState === EventSource.CLOSED && event.target === stream) {
          stream = null;
          setTimeout(follow, 30_000 + Math.random() * 60_000);
        }
      });
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
