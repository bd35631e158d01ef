// The queue by keyboard: x picks the case in focus, f goes to where the picked ones are forwarded, / to finding by
// number, n to registering. What is picked stays picked when the list renews itself.
"use strict";
(() => {
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  const boxes = () => [...document.querySelectorAll("input[name=case]")];

  const does = {
    x: () => {
      const box = document.activeElement?.closest("tr")?.querySelector("input[name=case]");
      if (box) box.click();
      return box;
    },
    f: () => document.getElementById("bulk-unit"),
    "/": () => document.getElementById("find"),
    n: () => document.querySelector("nav a[href$='/register']"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const found = does[event.key]?.();
    if (!found) return;
    event.preventDefault();
    if (event.key === "n") found.click();
    else if (event.key !== "x") found.focus();
  });

  let picked = new Set();
  document.addEventListener("htmx:beforeSwap", () => {
    picked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const box of boxes()) box.checked = box.checked || picked.has(box.value);
  });
})();
