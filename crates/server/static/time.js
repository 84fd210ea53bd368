// Times in the reader's own zone. Without this script they are in UTC, and say so.
"use strict";

const language = document.documentElement.lang;
const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

for (const time of document.querySelectorAll("time[datetime]")) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.valueOf()) || !time.textContent.endsWith("UTC")) continue;
  time.title = time.textContent;
  time.textContent = format.format(at);
}
