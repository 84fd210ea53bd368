// Uploads by drag and drop, one request for each file, with real progress. Without this script the form does the same.
"use strict";

const form = document.getElementById("upload");
const list = document.getElementById("uploads");
const words = form.dataset;
const waiting = [];
let running = false;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function size(bytes) {
  const steps = ["KB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit + 1 < steps.length) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${steps[unit]}`;
}

function left(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

function entry(name) {
  const item = document.createElement("li");
  const label = document.createElement("p");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "button";
  cancel.textContent = words.cancel;
  item.append(label, bar, cancel);
  list.append(item);
  return { item, label, bar, cancel };
}

function end(shown, text, tone) {
  shown.label.textContent = text;
  shown.item.className = `notice ${tone}`;
  shown.bar.remove();
  shown.cancel.remove();
}

// A token of the session as it is now: who signed in again in another tab goes on here. None if nobody is signed in.
async function token() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (answer.redirected || !answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("input[name=csrf]")?.value ?? null;
}

function send(file, shown, done) {
  const request = new XMLHttpRequest();
  const begun = performance.now();
  const data = new FormData();
  // The token goes first: the server looks at it before it takes the file.
  data.append("csrf", form.elements.csrf.value);
  data.append("file", file, file.name);
  request.upload.onprogress = (event) => {
    if (!event.lengthComputable) return;
    shown.bar.value = event.loaded / event.total;
    const seconds = (performance.now() - begun) / 1000;
    const rest = ((event.total - event.loaded) * seconds) / Math.max(event.loaded, 1);
    const values = { name: file.name, done: size(event.loaded), total: size(event.total), left: left(rest) };
    shown.label.textContent = fill(words.progress, values);
  };
  request.upload.onload = () => {
    shown.label.textContent = fill(words.checking, { name: file.name });
    shown.bar.removeAttribute("value");
  };
  request.onload = () => {
    if (request.status === 200 && request.responseText.startsWith("/admin/packages/drafts/")) {
      end(shown, "", "good");
      const link = document.createElement("a");
      link.href = request.responseText;
      link.textContent = fill(words.ready, { name: file.name });
      shown.label.append(link);
    } else if (request.status < 400) {
      // The answer is that of the page to sign in, to which we were led.
      end(shown, `${file.name}: ${words.signedOut}`, "bad");
    } else {
      end(shown, `${file.name}: ${request.responseText.trim()}`, "bad");
    }
    done();
  };
  request.onerror = () => {
    end(shown, fill(words.lost, { name: file.name }), "bad");
    done();
  };
  request.onabort = () => {
    end(shown, fill(words.cancelled, { name: file.name }), "warning");
    done();
  };
  shown.cancel.onclick = () => request.abort();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/plain");
  request.send(data);
}

function next() {
  if (running) return;
  const one = waiting.shift();
  if (!one) return;
  running = true;
  const done = () => {
    running = false;
    next();
  };
  let isCancelled = false;
  one.shown.cancel.onclick = () => {
    isCancelled = true;
    end(one.shown, fill(words.cancelled, { name: one.file.name }), "warning");
  };
  token().then(
    (found) => {
      if (isCancelled) return done();
      if (found) {
        form.elements.csrf.value = found;
        return send(one.file, one.shown, done);
      }
      end(one.shown, `${one.file.name}: ${words.signedOut}`, "bad");
      done();
    },
    () => {
      if (!isCancelled) end(one.shown, fill(words.lost, { name: one.file.name }), "bad");
      done();
    },
  );
}

function take(files) {
  for (const file of files) {
    const shown = entry(file.name);
    shown.label.textContent = file.name;
    if (file.size > Number(words.sizeMax)) {
      end(shown, `${file.name}: ${words.tooLarge}`, "bad");
      continue;
    }
    shown.cancel.onclick = () => {
      const at = waiting.findIndex((one) => one.shown === shown);
      if (at >= 0) waiting.splice(at, 1);
      end(shown, fill(words.cancelled, { name: file.name }), "warning");
    };
    waiting.push({ file, shown });
  }
  next();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  take(form.elements.file.files);
  form.elements.file.value = "";
});
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.remove("over");
  });
}
document.addEventListener("drop", (event) => take(event.dataTransfer.files));
