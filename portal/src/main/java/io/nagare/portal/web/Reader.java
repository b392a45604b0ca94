package io.nagare.portal.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.SameSite;
import io.nagare.portal.text.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request tells about its reader. */
final class Reader {
  private static final String PARAMETER = "lang";

  private Reader() {}

  /**
   * The language asked for in the address, else the one of an earlier choice, else the browser's.
   */
  static Language language(Context context) {
    Optional<Language> asked =
        Optional.ofNullable(context.queryParam(PARAMETER)).flatMap(Language::of);
    if (asked.isPresent()) {
      return asked.get();
    }
    return Optional.ofNullable(context.cookie(PARAMETER))
        .flatMap(Language::of)
        .orElseGet(
            () ->
                Language.accepted(
                    Optional.ofNullable(context.header(Header.ACCEPT_LANGUAGE)).orElse("")));
  }

  /** Keeps a choice that the address made. */
  static void remember(Context context) {
    Optional.ofNullable(context.queryParam(PARAMETER))
        .flatMap(Language::of)
        .ifPresent(
            language -> {
              Cookie cookie = new Cookie(PARAMETER, language.id());
              cookie.setPath("/");
              cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
              cookie.setHttpOnly(true);
              cookie.setSameSite(SameSite.LAX);
              context.cookie(cookie);
            });
  }

  /** The query of the address without the language, encoded. */
  static String query(Context context) {
    return context.queryParamMap().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(PARAMETER))
        .flatMap(Reader::pairs)
        .collect(Collectors.joining("&"));
  }

  private static java.util.stream.Stream<String> pairs(Map.Entry<String, List<String>> entry) {
    return entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
