/* Recording a voice message: record, stop, listen, send or discard. Without MediaRecorder the page keeps its
   field for a recorded file. What is recorded stays in memory until it is sent. */
"use strict";

(() => {
  const find = (query) => document.querySelector(query);
  const types = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const able = Boolean(window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia && window.DataTransfer);
  if (!able) return;
  document.documentElement.classList.add("records");

  let recorder = null;
  let pieces = [];
  let ticking = 0;
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
    clearInterval(ticking);
    if (recorder && recorder.state !== "inactive") {
      recorder.onstop = null;
      recorder.stop();
    }
    if (recorder) recorder.stream.getTracks().forEach((track) => track.stop());
    const heard = find("#heard");
    if (heard && heard.src) {
      URL.revokeObjectURL(heard.src);
      heard.removeAttribute("src");
    }
    recorder = null;
    recorded = null;
    pieces = [];
    show("none");
  };

  const start = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      document.documentElement.classList.remove("records");
      show("refused");
      return;
    }
    const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
    recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24000 });
    pieces = [];
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => {
      clearInterval(ticking);
      recorder.stream.getTracks().forEach((track) => track.stop());
      const type = recorder.mimeType || mimeType;
      const ending = type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm";
      recorded = new File(pieces, `voice.${ending}`, { type: type.split(";")[0] });
      find("#heard").src = URL.createObjectURL(recorded);
      show("done");
      find("[data-send-voice]").focus();
    };
    recorder.start();
    const began = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      find("#time").value = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    tick();
    ticking = setInterval(tick, 500);
    show("recording");
    find("[data-stop]").focus();
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
