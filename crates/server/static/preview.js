// Shows a product as people will see it, while its listing is written. Without this script the Preview button does it.
"use strict";

const shown = document.getElementById("preview");
const form = document.querySelector("form[data-preview]");
let timer;
let latest = 0;

async function refresh() {
  latest += 1;
  const own = latest;
  const answer = await fetch(form.dataset.preview, {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new FormData(form),
  });
  // A slower answer to what was written before is none any more.
  if (own !== latest || !answer.ok) return;
  const isOpen = shown.querySelector("details")?.open;
  shown.innerHTML = await answer.text();
  const details = shown.querySelector("details");
  if (details) details.open = Boolean(isOpen);
}

if (form && shown) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh().catch(() => {}), 400);
  });
}
