/* Recording a voice message: record, stop, listen, send or discard. Where a browser cannot record
   (recorder.js) the page keeps its field for a recorded file. What is recorded stays in memory until it is sent. */
"use strict";

(() => {
  const find = (query) => document.querySelector(query);
  if (!window.lamtonRecorder) return;
  document.documentElement.classList.add("records");

  let recorder = null;
  let recorded = null;

  const show = (state) => {
    const here = find("#recorder");
    if (!here) return;
    here.hidden = state === "none";
    document.body.classList.toggle("recording-now", state !== "none");
    find(".recording").hidden = state !== "recording";
    find("[data-stop]").hidden = state !== "recording";
    find("#heard").hidden = state !== "done";
    find("[data-send-voice]").hidden = state !== "done";
    find(".no-microphone").hidden = state !== "refused";
  };

  const end = () => {
    if (recorder) recorder.cancel();
    const heard = find("#heard");
    if (heard && heard.src) {
      URL.revokeObjectURL(heard.src);
      heard.removeAttribute("src");
    }
    recorder = null;
    recorded = null;
    show("none");
  };

  const start = async () => {
    try {
      recorder = await window.lamtonRecorder((time) => {
        find("#time").value = time;
      });
    } catch {
      document.documentElement.classList.remove("records");
      show("refused");
      return;
    }
    show("recording");
    find("[data-stop]").focus();
    recorded = await recorder.done;
    find("#heard").src = URL.createObjectURL(recorded);
    show("done");
    find("[data-send-voice]").focus();
  };

  const send = () => {
    const field = find("input[name=voice]");
    if (!recorded || !field) return;
    const held = new DataTransfer();
    held.items.add(recorded);
    field.files = held.files;
    find("#talk").requestSubmit(find(".send"));
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest && event.target.closest("button");
    if (!pressed) return;
    if (pressed.matches("[data-record]")) start();
    else if (pressed.matches("[data-stop]")) recorder && recorder.stop();
    else if (pressed.matches("[data-discard]")) end();
    else if (pressed.matches("[data-send-voice]")) send();
  });
  document.addEventListener("lamton:sent", end);
  window.addEventListener("pagehide", end);
})();
