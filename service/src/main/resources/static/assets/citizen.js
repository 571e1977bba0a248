// Enhancement only: every page works without it.
(() => {
  // An error summary takes the focus, so that screen readers begin there.
  document.getElementById("errors")?.focus();

  // One press sends a form once; the server keeps a second one harmless anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button?.dataset.busy) button.textContent = button.dataset.busy;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

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

  // Photos of a phone are larger than any office needs: made smaller here, on slow lines too.
  const LONGEST = 2400;
  document.querySelectorAll("input[type=file][data-shrink]").forEach((input) =>
    input.addEventListener("change", async () => {
      const file = input.files[0];
      if (!file || file.type !== "image/jpeg" || file.size < 1500000) return;
      try {
        const picture = await createImageBitmap(file);
        const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
        const smaller = new DataTransfer();
        smaller.items.add(new File([blob], file.name, { type: "image/jpeg" }));
        input.files = smaller.files;
      } catch {
        // The original is sent as it is.
      }
    }),
  );
})();
