// The live page: takes in what the server pushes, and says every second how old each value is.
import { ageText, stateOf } from "./freshness.js";
import { replace } from "./morph.js";

/** The server beats every 1.5 s: without a word for this long the link counts as lost. */
const LINK_LOST_AFTER = 4000;
const RECONNECT_AFTER = 2000;

const live = document.getElementById("live");
const filter = document.getElementById("filter");
const show = document.getElementById("show");
const texts = JSON.parse(live.dataset.texts);
let ahead = Number(live.dataset.now) - Date.now();
let lastHeard = performance.now();
let lastEvent = `${live.dataset.epoch}:${live.dataset.revision}`;
let source;

function set(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

function write(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

function toggle(element, shown) {
  if (element && element.hidden === shown) {
    element.hidden = !shown;
  }
}

/** Brings ages, states, sums and the filter up to the present. */
function refresh() {
  const now = Date.now() + ahead;
  for (const series of live.querySelectorAll("[data-series]")) {
    set(series, "data-state", stateOf(series, now));
    write(series.querySelector("[data-age]"), ageText(series.dataset.eventTime, now, texts));
  }
  live.querySelectorAll("[data-card]").forEach((card) => refreshCard(card, now));
  live.querySelectorAll("[data-totals]").forEach(refreshTotals);
  refreshCounts();
  applyFilter();
}

function refreshCard(card, now) {
  const series = card.hasAttribute("data-series") ? [card] : [...card.querySelectorAll("[data-series]")];
  const times = series.map((one) => one.dataset.eventTime).filter((time) => time !== undefined);
  const newest = times.length ? String(Math.max(...times.map(Number))) : undefined;
  const fresh = series.some((one) => one.dataset.state === "fresh");
  set(card, "data-state", fresh ? "fresh" : "stale");
  for (const age of card.querySelectorAll("[data-card-age]")) {
    write(age, ageText(newest, now, texts));
  }
}

/** Sums the bays of a car park; only bays that are heard count as free or occupied. */
function refreshTotals(head) {
  const bays = [...head.closest("[data-group]").querySelectorAll(".bay")];
  const fresh = bays.filter((bay) => bay.dataset.state === "fresh");
  const count = (word) => fresh.filter((bay) => bay.dataset.word === word).length;
  const free = count("free");
  const occupied = count("occupied");
  const unknown = bays.length - free - occupied;
  const part = (name) => head.querySelector(`[data-total="${name}"]`);
  write(part("free"), unknown === bays.length ? "–" : String(free));
  write(part("free-count"), String(free));
  write(part("occupied"), String(occupied));
  write(part("unknown"), String(unknown));
  set(head.querySelector("[data-bar]"), "width", (bays.length ? (100 * occupied) / bays.length : 0).toFixed(1));
}

function refreshCounts() {
  const all = live.querySelectorAll("[data-card]");
  const staleAll = live.querySelectorAll('[data-card][data-state="stale"]').length;
  write(document.querySelector('[data-count="fresh"]'), String(all.length - staleAll));
  write(document.querySelector('[data-count="stale"]'), String(staleAll));
  for (const section of live.querySelectorAll(".kind")) {
    write(section.querySelector("[data-count-cards]"), String(section.querySelectorAll("[data-card]").length));
    showStale(section.querySelector("[data-count-stale]"), section);
  }
  for (const group of live.querySelectorAll("[data-group]")) {
    showStale(group.querySelector("[data-group-stale]"), group);
  }
}

function showStale(element, scope) {
  const stale = scope.querySelectorAll('[data-card][data-state="stale"]').length;
  toggle(element, stale > 0);
  write(element.querySelector("b"), String(stale));
}

/** Shows the cards that the reader asked for, and hides groups that have none of them. */
function applyFilter() {
  const words = filter.value.normalize("NFKC").toLowerCase().trim();
  const asked = show.value;
  let any = false;
  for (const group of live.querySelectorAll("[data-group]")) {
    let shown = 0;
    for (const card of group.querySelectorAll("[data-card]")) {
      const text = `${card.dataset.name} ${card.dataset.device} ${group.dataset.name}`;
      const fits = text.normalize("NFKC").toLowerCase().includes(words) && isAsked(card, asked);
      toggle(card, fits);
      shown += fits ? 1 : 0;
    }
    toggle(group, shown > 0);
    any = any || shown > 0;
  }
  for (const section of live.querySelectorAll(".kind")) {
    toggle(section, section.querySelector("[data-group]:not([hidden])") !== null);
  }
  const filtered = words !== "" || asked !== "all";
  toggle(document.getElementById("no-match"), filtered && !any);
}

function isAsked(card, asked) {
  const stale = card.dataset.state === "stale";
  return asked === "all"
    || (asked === "stale" && stale)
    || (asked === "attention" && (stale || ["fault", "full"].includes(card.dataset.word)
      || card.querySelector(".doubt") !== null));
}

function heard(message) {
  lastHeard = performance.now();
  ahead = message.now - Date.now();
  toggle(document.getElementById("banner-link"), false);
}

function connect() {
  const language = document.documentElement.lang;
  source = new EventSource(`/live/events?lang=${language}&since=${encodeURIComponent(lastEvent)}`);
  source.addEventListener("patch", (event) => {
    const message = JSON.parse(event.data);
    lastEvent = event.lastEventId;
    heard(message);
    message.fragments.forEach(replace);
    refresh();
  });
  source.addEventListener("beat", (event) => {
    const message = JSON.parse(event.data);
    heard(message);
    toggle(document.getElementById("banner-feed"), message.feed === "waiting");
    toggle(document.getElementById("banner-no-topic"), message.feed === "no-topic");
    toggle(document.getElementById("banner-catching-up"), message.feed === "catching-up");
  });
}

/** Shows a lost link, and opens a new one when the browser has given up or waits in vain. */
function watch() {
  const silence = performance.now() - lastHeard;
  if (silence < LINK_LOST_AFTER) {
    return;
  }
  toggle(document.getElementById("banner-link"), true);
  if (silence > LINK_LOST_AFTER + RECONNECT_AFTER || source.readyState === EventSource.CLOSED) {
    source.close();
    lastHeard = performance.now() - LINK_LOST_AFTER;
    connect();
  }
}

filter.addEventListener("input", applyFilter);
show.addEventListener("change", applyFilter);
window.addEventListener("pagehide", () => source.close());
window.addEventListener("pageshow", (event) => event.persisted && connect());
refresh();
connect();
setInterval(refresh, 1000);
setInterval(watch, 500);
