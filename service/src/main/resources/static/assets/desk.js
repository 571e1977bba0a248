// Only comfort: every page of the desk works without it.
const typing = (target) => target.closest("input, textarea, select, dialog[open], [contenteditable]");
const rows = () => [...document.querySelectorAll(".list .row-open")];

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const now = all.indexOf(document.activeElement?.closest("tr")?.querySelector(".row-open"));
  all[Math.min(Math.max(now + by, 0), all.length - 1)].focus();
}

function claim() {
  const place = document.activeElement?.closest("tr") ?? document.querySelector(".task");
  place?.querySelector("[data-claim]")?.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  c: claim,
  u: () => document.querySelector("a.back")?.click(),
  "?": () => document.querySelector("#keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const action = keys[event.key];
  if (action) { event.preventDefault(); action(); }
});

// A fragment that could not be had leaves the page, and what was typed on it, as it is.
document.addEventListener("htmx:responseError", (event) => {
  const told = document.querySelector("#told");
  if (!told) return;
  const words = event.detail.xhr.status === 401
    ? "登录已过期。请在新窗口登录后重试，本页填写的内容不会丢失。"
    : "操作没有完成，请重试。";
  const note = Object.assign(document.createElement("p"), { className: "note note-red", textContent: words });
  told.replaceChildren(note);
  if (event.detail.xhr.status === 401) {
    note.append(" ", Object.assign(document.createElement("a"), { href: "/login", target: "_blank", rel: "noopener", textContent: "登录" }));
  }
});

// A phrase goes where the cursor is; without this script its button sends the form and comes back with it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-phrase]");
  const box = document.querySelector("#f-opinion");
  if (!button || !box) return;
  event.preventDefault();
  const before = box.value.slice(0, box.selectionStart);
  box.setRangeText((before && !before.endsWith("\n") ? "\n" : "") + button.dataset.phrase, box.selectionStart, box.selectionEnd, "end");
  box.focus();
});

// Parts of a case as tabs. While answers are being marked everything stays open.
function tabs() {
  const bar = document.querySelector("[data-tabs]");
  if (!bar || document.querySelector(".mark")) return;
  const links = [...bar.querySelectorAll("a")];
  const open = (hash) => links.forEach((link) => {
    const on = link.hash === hash;
    if (on) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    document.querySelector(link.hash).hidden = !on;
    if (on && link.hash === "#diagram") draw();
  });
  bar.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    open(link.hash);
  });
  const asked = () => open(links.some((link) => link.hash === location.hash) ? location.hash : "#facts");
  window.addEventListener("hashchange", asked);
  asked();
}

let viewer;
const library = (address) => viewer ??= new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
  document.head.append(script);
});

// The whole picture where its words stay readable, otherwise the part around the current step.
const READABLE = 0.85;
function fit(plane, current) {
  plane.zoom("fit-viewport", "auto");
  const { scale, outer, inner } = plane.viewbox();
  if (scale >= READABLE) return;
  const width = outer.width / READABLE;
  const height = outer.height / READABLE;
  const begin = (low, size, room, middle) =>
    size <= room ? low - (room - size) / 2 : Math.min(Math.max(middle - room / 2, low - 20), low + size + 20 - room);
  plane.viewbox({
    x: begin(inner.x, inner.width, width, current ? current.x + current.width / 2 : inner.x),
    y: begin(inner.y, inner.height, height, current ? current.y + current.height / 2 : inner.y),
    width,
    height,
  });
}

async function draw() {
  for (const canvas of document.querySelectorAll(".canvas[hidden]")) {
    canvas.hidden = false;
    try {
      await library(canvas.dataset.viewer);
      const picture = new window.BpmnJS({ container: canvas });
      const answer = await fetch(canvas.dataset.model);
      if (!answer.ok) throw new Error(String(answer.status));
      await picture.importXML(await answer.text());
      const plane = picture.get("canvas");
      for (const mark of ["done", "current"]) {
        for (const id of (canvas.dataset[mark] ?? "").split(" ").filter(Boolean)) {
          if (picture.get("elementRegistry").get(id)) plane.addMarker(id, mark);
        }
      }
      fit(plane, picture.get("elementRegistry").get((canvas.dataset.current ?? "").split(" ")[0]));
    } catch (error) {
      canvas.hidden = true;
      const note = document.createElement("p");
      note.className = "note note-yellow";
      note.setAttribute("role", "status");
      note.textContent = "流程图没有画出来，请看下面的表格，或者刷新页面再试。";
      canvas.before(note);
      console.warn("The diagram could not be drawn", error);
    }
  }
}

tabs();
