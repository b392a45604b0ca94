package io.nagare.portal.web;

import io.nagare.portal.text.Language;
import io.nagare.portal.text.Messages;
import java.time.Instant;

/**
 * What every page knows.
 *
 * @param messages texts in the reader's language
 * @param path of the page, for the language switch
 * @param query of the page without {@code lang}, URL-encoded, for the language switch
 * @param now the server's time
 */
public record Page(Messages messages, String path, String query, Instant now) {

  /** The text of a key. */
  public String text(String key, Object... values) {
    return messages.text(key, values);
  }

  /** ISO 639-1 code of the page's language. */
  public String lang() {
    return messages.language().id();
  }

  /** This page in another language. */
  public String in(Language language) {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language.id();
  }

  /** {@code page} for the address that this page belongs to, for the navigation. */
  public String current(String address) {
    boolean here = address.equals("/") ? path.equals("/") : path.startsWith(address);
    return here ? "page" : "false";
  }
}
