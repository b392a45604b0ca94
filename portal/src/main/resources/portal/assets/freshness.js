// When a value is stale, and how old it is in words. FreshnessRules and AgeText of the server decide
// by the same rules; a browser test compares them.

/** A clock that is further ahead than this tells no age. */
const CLOCK_SKEW = 60_000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS_FROM_DAYS = 60;
const YEARS_FROM_MONTHS = 24;
const MONTH_DAYS = 30.436875;
const YEAR_DAYS = 365.2425;

/** "fresh" or "stale" of an element that shows a series, at a time. */
export function stateOf(element, now) {
  const { eventTime, limit, session } = element.dataset;
  if (session === "dead" || eventTime === undefined) {
    return "stale";
  }
  const age = now - Number(eventTime);
  return age <= Number(limit) && age >= -CLOCK_SKEW ? "fresh" : "stale";
}

/** The age of an event time in words; eventTime is undefined when there was none. */
export function ageText(eventTime, now, texts) {
  if (eventTime === undefined) {
    return texts["age.never"];
  }
  const age = now - Number(eventTime);
  return age < -CLOCK_SKEW ? texts["age.ahead"] : past(Math.max(0, Math.floor(age / 1000)), texts);
}

function past(seconds, texts) {
  const fill = (key, number) => texts[key].replace("{0}", String(Math.floor(number)));
  if (seconds < MINUTE) {
    return fill("age.seconds", seconds);
  }
  if (seconds < HOUR) {
    return fill("age.minutes", seconds / MINUTE);
  }
  if (seconds < DAY) {
    return fill("age.hours", seconds / HOUR);
  }
  const days = Math.floor(seconds / DAY);
  if (days < MONTHS_FROM_DAYS) {
    return fill(days === 1 ? "age.day" : "age.days", days);
  }
  const months = Math.floor(days / MONTH_DAYS);
  return months < YEARS_FROM_MONTHS
    ? fill("age.months", months)
    : fill("age.years", days / YEAR_DAYS);
}
