// Only comfort: every page of the desk works without it.
const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");
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
