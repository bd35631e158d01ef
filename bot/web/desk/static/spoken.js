/* A recording beside a move's form: record, stop, listen, and it stands in the form's field for a file. Where a
   browser cannot record, the field alone stays. */
"use strict";

(() => {
  if (!window.lamtonRecorder) return;
  for (const box of document.querySelectorAll("[data-voice]")) {
    const queries = ["input[type=file]", ".recorder", "[data-record]", "[data-stop]", "[data-discard]", "output", ".recorder audio"];
    const [file, row, record, stop, discard, time, heard] = queries.map((query) => box.querySelector(query));
    let recorder = null;
    row.hidden = false;
    const listen = () => {
      if (heard.src) URL.revokeObjectURL(heard.src);
      heard.hidden = discard.hidden = !file.files.length;
      if (file.files.length) heard.src = URL.createObjectURL(file.files[0]);
    };
    file.addEventListener("change", listen);
    record.addEventListener("click", async () => {
      try {
        recorder = await window.lamtonRecorder((told) => {
          time.value = told;
        });
      } catch {
        row.hidden = true;
        return;
      }
      record.hidden = true;
      stop.hidden = false;
      stop.focus();
      const held = new DataTransfer();
      held.items.add(await recorder.done);
      file.files = held.files;
      stop.hidden = true;
      record.hidden = false;
      record.focus();
      listen();
    });
    discard.addEventListener("click", () => {
      file.value = time.value = "";
      listen();
      record.focus();
    });
    stop.addEventListener("click", () => recorder.stop());
    box.closest("form").addEventListener("submit", (event) => {
      if (!stop.hidden) event.preventDefault(); // it is still being recorded: to be stopped first
    });
    addEventListener("pagehide", () => recorder && recorder.cancel());
  }
})();
