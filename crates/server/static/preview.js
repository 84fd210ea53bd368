// Shows a product as people will see it, while its listing is written. Without this script the Preview button does it.
"use strict";

const shown = document.getElementById("preview");
const form = document.querySelector("form[data-preview]");
let timer;
let latest = 0;
let isSignedOut = false;

// Takes over the token of the session as it is now: who signed in again in another tab goes on here.
async function renew() {
  const answer = await fetch(form.dataset.page, { headers: { Accept: "text/html" } });
  if (answer.redirected || !answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("input[name=csrf]")?.value;
  if (!token) return false;
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = token;
  return true;
}

function tellSignedOut() {
  isSignedOut = true;
  const text = document.createElement("p");
  text.textContent = form.dataset.signedOut;
  const notice = document.createElement("div");
  notice.className = "notice bad";
  notice.append(text);
  shown.replaceChildren(notice);
}

async function refreshAgain() {
  if (await renew()) {
    isSignedOut = false;
    await refresh();
  } else {
    tellSignedOut();
  }
}

// Writes what the chosen template says into its field, as the server has put both together.
function takeTemplate() {
  const choice = form.elements.namedItem("template");
  const written = shown.querySelector("[data-install-params]");
  if (!choice?.value || !written) return;
  form.elements.namedItem("install_params").value = written.dataset.installParams;
  choice.value = "";
}

async function refresh() {
  if (isSignedOut) {
    await refreshAgain();
    return;
  }
  latest += 1;
  const own = latest;
  const answer = await fetch(form.dataset.preview, {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new FormData(form),
  });
  // A slower answer to what was written before is none any more.
  if (own !== latest) return;
  if (answer.redirected || answer.status === 401 || answer.status === 403) {
    tellSignedOut();
    return;
  }
  if (!answer.ok) return;
  const isOpen = shown.querySelector("details")?.open;
  shown.innerHTML = await answer.text();
  const details = shown.querySelector("details");
  if (details) details.open = Boolean(isOpen);
  takeTemplate();
}

if (form && shown) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh().catch(() => {}), 400);
  });
  // Back from the other tab.
  window.addEventListener("focus", () => {
    if (isSignedOut) refreshAgain().catch(() => {});
  });
}
