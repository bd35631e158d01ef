// The code stands after the "#", which no browser sends: it is posted, and taken out of the address.
"use strict";
(() => {
  const code = decodeURIComponent(location.hash.slice(1));
  const form = document.querySelector("form[data-code]");
  if (!code || !form) return;
  history.replaceState(null, "", location.pathname);
  form.elements.code.value = code;
  const how = document.getElementById("how");
  if (how) how.hidden = true;
  document.getElementById("waiting").hidden = false;
  form.submit();
})();
