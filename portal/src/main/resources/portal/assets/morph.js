// Makes an element equal to another by touching only what differs: focus, scroll position and open
// groups stay. Children with an id are matched by it, others by their place.

/** The reader's own choices, which the server does not know. */
const KEPT = new Set(["open", "hidden"]);

/** Replaces the element of the page that has the id of the first element in the HTML. */
export function replace(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const next = template.content.firstElementChild;
  const current = next && document.getElementById(next.id);
  if (current) {
    morph(current, next);
  }
}

function morph(current, next) {
  attributes(current, next);
  children(current, next);
}

function attributes(current, next) {
  for (const { name, value } of next.attributes) {
    if (!KEPT.has(name) && current.getAttribute(name) !== value) {
      current.setAttribute(name, value);
    }
  }
  for (const { name } of [...current.attributes]) {
    if (!KEPT.has(name) && !next.hasAttribute(name)) {
      current.removeAttribute(name);
    }
  }
}

function children(current, next) {
  const known = new Map();
  for (const child of current.children) {
    if (child.id) {
      known.set(child.id, child);
    }
  }
  let place = current.firstChild;
  for (const wanted of [...next.childNodes]) {
    const match = wanted.id ? known.get(wanted.id) : alike(place, wanted) ? place : null;
    if (!match) {
      current.insertBefore(wanted, place);
      continue;
    }
    if (match === place) {
      place = place.nextSibling;
    } else {
      current.insertBefore(match, place);
    }
    if (match.nodeType === Node.ELEMENT_NODE) {
      morph(match, wanted);
    } else if (match.nodeValue !== wanted.nodeValue) {
      match.nodeValue = wanted.nodeValue;
    }
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function alike(place, wanted) {
  return place && place.nodeType === wanted.nodeType && place.nodeName === wanted.nodeName && !place.id;
}
