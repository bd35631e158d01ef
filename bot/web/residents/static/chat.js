/* The live part of the chat. The page works without it; with it nothing is loaded anew, a lost connection loses
   nothing, and new bubbles come by themselves. What is typed stays in the field, in memory, and nowhere else. */
"use strict";

(() => {
  const page = document.documentElement;
  page.classList.replace("no-js", "js");
  const by = (id) => document.getElementById(id);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const RETRY_MS = [3000, 6000, 12000, 24000];

  let sent = null; // what is on its way: its words, and the button pressed
  let refused = null; // words that were refused and stay in the field, to be put right
  let tries = 0;
  let waiting = 0;
  let events = null;
  let chosen = [];

  /* ── what is shown ── */
  const tidy = () => {
    const add = by("add");
    if (add) {
      add.hidden = !by("tools").querySelector("input, button");
      add.open = true;
    }
    const state = by("state");
    const text = by("text");
    if (state && text) {
      text.placeholder = state.dataset.hint;
      text.inputMode = state.dataset.mode;
    }
  };

  const toNewest = () => {
    const bubbles = document.querySelectorAll("#log .theirs");
    let last = bubbles[bubbles.length - 1];
    if (!last) return;
    /* what was asked for stands before the open question, in a bubble of its own: it is read first */
    if (last.previousElementSibling?.classList.contains("apart")) last = last.previousElementSibling;
    const head = document.querySelector(".top").offsetHeight;
    const top = last.getBoundingClientRect().top + window.scrollY - head - 10;
    const end = page.scrollHeight - window.innerHeight;
    window.scrollTo({ top: Math.min(top, end), behavior: calm.matches ? "auto" : "smooth" });
    if (document.activeElement === document.body) last.focus({ preventScroll: true });
  };

  const atEnd = () => page.scrollHeight - window.innerHeight - window.scrollY < 160;

  const sending = (on) => {
    document.body.classList.toggle("sending", on);
    by("sending").textContent = on ? by("sending").dataset.word : "";
  };

  /* ── files chosen, not yet sent ── */
  const showChosen = () => {
    const box = by("chosen");
    if (!box) return;
    chosen.forEach((url) => URL.revokeObjectURL(url));
    chosen = [];
    const list = box.querySelector("ul");
    list.textContent = "";
    document.querySelectorAll("#tools input[type=file]").forEach((field) => {
      for (const file of field.files) {
        const item = document.createElement("li");
        if (file.type.startsWith("image/")) {
          const picture = document.createElement("img");
          picture.src = URL.createObjectURL(file);
          picture.alt = file.name;
          picture.onerror = () => { item.textContent = file.name; };
          chosen.push(picture.src);
          item.append(picture);
        } else {
          item.textContent = file.name;
        }
        list.append(item);
      }
    });
    box.hidden = !list.childElementCount;
  };

  /* ── sending: once, however often it is tried ── */
  const again = () => {
    clearTimeout(waiting);
    if (!sent) return;
    const form = by("talk");
    const held = document.createElement("input");
    if (sent.press) {
      Object.assign(held, { type: "hidden", name: "press", value: sent.press });
      form.append(held);
    }
    window.htmx.trigger(form, "submit");
    held.remove();
  };

  const lost = () => {
    sending(false);
    by("offline").hidden = false;
    clearTimeout(waiting);
    waiting = setTimeout(again, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
    tries += 1;
  };

  const arrived = () => {
    clearTimeout(waiting);
    const text = by("text");
    const state = by("state");
    by("offline").hidden = true;
    tries = 0;
    if (text && state && sent) {
      const kept = Boolean(state.dataset.keep);
      if (sent.press ? text.value === refused : !kept && text.value === sent.text) text.value = "";
      refused = kept && !sent.press ? text.value : null;
    }
    sent = null;
    sending(false);
    document.dispatchEvent(new Event("lamton:sent"));
    showChosen();
    tidy();
    toNewest();
    document.querySelectorAll("#log .own:nth-last-child(-n+3) img").forEach((picture) => { // it takes room when it comes
      if (!picture.complete) picture.addEventListener("load", toNewest, { once: true });
    });
  };

  const ours = (event) => event.detail.elt && event.detail.elt.id === "talk";
  const on = (name, act) => document.addEventListener(`htmx:${name}`, act);

  on("configRequest", (event) => {
    if (!ours(event)) return;
    const form = by("talk");
    const files = [...form.querySelectorAll("input[type=file]")].some((field) => field.files.length);
    const given = event.detail.parameters;
    sent = { text: by("text") ? by("text").value : "", press: String(given.press || given.get && given.get("press") || "") };
    event.detail.timeout = files ? 0 : 30000;
    by("trouble").textContent = "";
    sending(true);
  });
  on("beforeSwap", (event) => {
    const answer = event.detail.xhr;
    if (!answer || answer.getResponseHeader("lamton-part")) {
      event.detail.isError = false;
      if (answer && /<!doctype html>/i.test(event.detail.serverResponse)) {
        event.detail.shouldSwap = false;
        wholePage(event.detail.serverResponse);
      }
      return;
    }
    event.detail.shouldSwap = false;
  });
  on("oobBeforeSwap", (event) => {
    const fresh = event.detail.fragment.querySelector(`#${event.detail.target.id}`);
    const same = fresh && fresh.innerHTML === event.detail.target.innerHTML;
    if (same && fresh.matches("#answers, #step")) event.detail.shouldSwap = false; // no button goes from under a thumb
    event.detail.fragment.querySelectorAll(".bubble").forEach((bubble) => {
      const there = by(bubble.id);
      if (there && event.detail.target.id === "log" && !event.detail.fragment.querySelector("#log")) bubble.remove();
    });
  });
  on("afterRequest", (event) => {
    if (!ours(event)) return;
    const answer = event.detail.xhr;
    if (!answer.status || !answer.getResponseHeader("lamton-part")) return lost();
    if (answer.status >= 400) {
      sending(false);
      by("offline").hidden = true;
      return by("trouble").scrollIntoView({ block: "nearest" });
    }
    arrived();
  });

  /* Another language, or a page in another state: the body is drawn anew, what is being written stays. */
  const wholePage = (text) => {
    const drawn = new DOMParser().parseFromString(text, "text/html");
    page.lang = drawn.documentElement.lang;
    document.title = drawn.title;
    document.body.replaceWith(document.adoptNode(drawn.body));
    window.htmx.process(document.body);
    follow();
    arrived(); // the form that asked is gone, and htmx tells nobody that its request is over
  };

  /* ── news ── */
  const cursor = () => by("state").querySelector("[name=since]").value;
  const follow = () => {
    if (events) events.close();
    events = null;
    if (!document.body.dataset.talking || !window.EventSource) return;
    events = new EventSource(`${document.body.dataset.root}/events?since=${encodeURIComponent(cursor())}`);
    events.addEventListener("talk", (event) => {
      const near = atEnd();
      window.htmx.swap(document.body, event.data, { swapStyle: "none" });
      if (near && !sent) toNewest();
    });
    const mine = events;
    events.onerror = () => {
      if (mine === events && mine.readyState === EventSource.CLOSED) setTimeout(() => mine === events && follow(), 6000);
    };
  };

  /* ── the small things ── */
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest && event.target.closest("button, a");
    if (!pressed) return;
    if (pressed.matches("[data-resend]")) again();
    if (pressed.matches("[data-unchoose]")) {
      document.querySelectorAll("#tools input[type=file]").forEach((field) => { field.value = ""; });
      showChosen();
    }
    if (pressed.matches("[data-leave]")) {
      event.preventDefault();
      if (by("text")) by("text").value = "";
      document.body.hidden = true;
      window.location.replace(pressed.href);
    }
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-size]")) return;
    event.preventDefault();
    const large = event.submitter ? event.submitter.value : "usual";
    page.classList.toggle("large", large === "large");
    const told = new FormData();
    told.set("size", large);
    fetch(event.target.action, { method: "POST", body: new URLSearchParams(told), headers: { "HX-Request": "true" } }).catch(() => {});
    document.querySelector(".menu").open = false;
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("#tools input[type=file]")) showChosen();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector(".menu").open = false;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "text") by("talk").requestSubmit(document.querySelector(".send"));
  });
  window.addEventListener("online", again);
  window.addEventListener("pagehide", () => events && events.close());
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });

  tidy();
  follow();
  toNewest();
})();
