// Enhancement only: every page works without it.
(() => {
  // An error summary takes the focus, so that screen readers begin there.
  document.getElementById("errors")?.focus();

  // What could not be saved on the way is said, and nothing else of the page changes.
  const unsaved = (words) => {
    const saved = document.getElementById("saved");
    if (!saved) return;
    saved.textContent = words;
    saved.classList.add("unsaved");
  };

  // Saving on the way: one request at a time, and again when the line comes back.
  const page = document.querySelector("form[hx-post]");
  let saving = false;
  let typed = false;
  let lost = false;
  let next = null;
  const again = () => lost && page.dispatchEvent(new Event("change"));
  if (page) {
    page.addEventListener("input", () => (typed = true));
    page.addEventListener("htmx:beforeRequest", () => {
      saving = true;
      typed = false;
    });
    page.addEventListener("htmx:afterRequest", (event) => {
      saving = false;
      lost = event.detail.xhr.status === 0 || event.detail.xhr.status >= 500;
      const waiting = next;
      next = null;
      // What was not saved stays typed, and the page stays: an upload would reload it.
      if (!event.detail.successful) typed = true;
      else if (waiting) waiting.form.requestSubmit(waiting.button);
    });
    window.addEventListener("online", again);
    setInterval(again, 10000);
  }

  // One press sends a form once; the server keeps a second one harmless anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent || form.dataset.shrinking) {
      event.preventDefault();
      return;
    }
    if (form === page && !navigator.onLine) {
      // The browser's own error page would take the place of what was typed.
      event.preventDefault();
      unsaved("网络不通，还没有保存。请不要关闭本页，网络恢复后会自动保存");
      return;
    }
    if (page && (saving || (form !== page && typed && window.htmx))) {
      // What was typed arrives first: two answers at once would look like two tabs, and a page that comes back after an
      // upload would show what was saved before.
      event.preventDefault();
      next = { form, button: event.submitter };
      if (!saving) page.dispatchEvent(new Event("change"));
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button?.dataset.busy) button.textContent = button.dataset.busy;
  });
  // Come back to after it was sent, a page is asked for anew: the server knows what became of it.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.querySelector("form[data-sent]")) location.reload();
  });

  document.addEventListener("htmx:responseError", (event) =>
    unsaved(
      event.detail.xhr.status === 401
        ? "登录已过期，刚才填的还没有保存。请点“保存并继续”，重新登录后内容还在"
        : "刚才填的还没有保存，请点“保存并继续”",
    ),
  );
  ["htmx:sendError", "htmx:timeout"].forEach((failed) =>
    document.addEventListener(failed, () => unsaved("网络不通，刚才填的还没有保存。请不要关闭本页，网络恢复后会自动保存")),
  );

  // Questions that hang on an answer come and go at once; without scripts the next page asks them.
  const conditions = [...document.querySelectorAll("[data-when-field]")];
  const answers = (name) =>
    [...document.querySelectorAll(`[name="${name}"]`)]
      .filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked)
      .filter((input) => !input.closest("[hidden]"))
      .map((input) => input.value);
  const settle = () =>
    conditions.forEach((block) => {
      const name = block.dataset.whenField;
      if (!document.querySelector(`[name="${name}"]`)) return;
      block.hidden = !answers(name).some((answer) => block.dataset.whenAnswers.split("|").includes(answer));
    });
  if (conditions.length) {
    document.addEventListener("change", settle);
    settle();
  }

  // Photos of a phone are larger than any office needs: made smaller here, then sent without another press.
  const LONGEST = 2400;
  const LARGEST = 1500000;
  const smaller = async (file) => {
    const picture = await createImageBitmap(file);
    for (let side = LONGEST; side > 600; side *= 0.75) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      if (blob && blob.size <= LARGEST) {
        return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
      }
    }
    return file;
  };
  const fits = (file, input) => file.size <= LARGEST && (!input.accept || input.accept.split(",").includes(file.type));
  const send = async (input) => {
    const file = input.files[0];
    if (!file) return;
    const button = input.parentElement.querySelector("button");
    input.form.dataset.shrinking = "1";
    try {
      if (file.type.startsWith("image/") && !fits(file, input)) {
        const chosen = new DataTransfer();
        chosen.items.add(await smaller(file));
        input.files = chosen.files;
      }
    } catch {
      // The original is sent as it is.
    }
    delete input.form.dataset.shrinking;
    input.form.requestSubmit(button);
  };
  document
    .querySelectorAll("input[type=file][data-shrink]")
    .forEach((input) => input.addEventListener("change", () => send(input)));
})();
