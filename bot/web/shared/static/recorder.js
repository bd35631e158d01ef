/* Records from the microphone: `await lamtonRecorder(tick)` begins and gives `{ done, stop, cancel }`; it throws
   where the microphone is refused. `tick` is told the time as it runs, "0:07"; `done` becomes the recording, a
   File, at `stop`. Where a browser cannot record there is no `lamtonRecorder`. */
"use strict";

(() => {
  const able = window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia && window.DataTransfer;
  if (!able) return;
  // AAC first: every phone plays it. Telegram takes it and Ogg as voice messages; WebM it does not.
  const types = ["audio/mp4;codecs=mp4a.40.2", "audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
  const ending = (type) => (type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm");

  window.lamtonRecorder = async (tick) => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24000 });
    const pieces = [];
    const began = Date.now();
    const tell = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      tick(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    };
    const ticking = setInterval(tell, 500);
    const rest = () => {
      clearInterval(ticking);
      stream.getTracks().forEach((track) => track.stop());
    };
    recorder.ondataavailable = (event) => pieces.push(event.data);
    const done = new Promise((resolve) => {
      recorder.onstop = () => {
        rest();
        const type = recorder.mimeType || mimeType;
        resolve(new File(pieces, `voice.${ending(type)}`, { type: type.split(";")[0] }));
      };
    });
    const cancel = () => {
      recorder.onstop = null;
      if (recorder.state !== "inactive") recorder.stop();
      rest();
    };
    tell();
    recorder.start();
    return { done, stop: () => recorder.stop(), cancel };
  };
})();
