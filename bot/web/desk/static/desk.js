// The keyboard of the queue: j and k go from case to case, Enter opens the one in focus as any link.
// The list renews itself by htmx; the case in focus stays in focus. Without this script all still works.
"use strict";
(() => {
  const cases = () => [...document.querySelectorAll("a.case")];
  const typing = (target) => target.closest("input, textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const all = cases();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement);
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    all[Math.max(0, Math.min(all.length - 1, next))].focus();
    event.preventDefault();
  });

  let focused = "";
  document.addEventListener("htmx:beforeSwap", () => { focused = document.activeElement?.id ?? ""; });
  document.addEventListener("htmx:afterSwap", () => {
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  });

  // A form sent twice by a double tap is one form.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
