// The case page by keyboard: a letter opens what it names; a kept reply fills the text it stands under.
// Without this script all still works: forms open by hand, and a kept reply is read on its own page.
"use strict";
(() => {
  const typing = (target) => target.closest("input, textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (/^[1-9]$/.test(event.key)) {
      const moves = document.querySelectorAll(".moves > details");
      const chosen = moves[Number(event.key) - 1];
      if (!chosen) return;
      chosen.open = true;
      (chosen.querySelector("textarea, select, input:not([type=hidden])") ?? chosen.querySelector("summary")).focus();
      event.preventDefault();
      return;
    }
    if (event.key === "n") {
      const note = document.getElementById("note");
      if (!note) return;
      note.parentElement.open = true;
      document.getElementById("note-text").focus();
      event.preventDefault();
    } else if (event.key === "q") {
      document.querySelector("a.list")?.click();
    } else if (event.key === "p") {
      print();
    }
  });

  document.addEventListener("change", async (event) => {
    const chosen = event.target;
    if (!chosen.dataset?.fills || !chosen.value) return;
    const answer = await fetch(chosen.dataset.from + chosen.value);
    if (!answer.ok) return;
    const text = document.getElementById(chosen.dataset.fills);
    text.value = (text.value.trim() ? `${text.value.trimEnd()}\n` : "") + (await answer.text());
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
    chosen.value = "";
  });
})();
