package io.nagare.portal.web;

import io.javalin.http.Context;

/** The beginning of this portal's addresses as the client wrote it. */
final class BaseUrl {
  private BaseUrl() {}

  /** Such as {@code http://127.0.0.1:8080}. */
  static String of(Context context) {
    return context.scheme() + "://" + context.host();
  }
}
