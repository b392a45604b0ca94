package io.nagare.portal.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.nagare.portal.delivery.FileFormat;
import io.nagare.portal.delivery.Publication.DeliveredFile;
import io.nagare.portal.delivery.Publications;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The files of datasets over HTTP. */
final class DownloadRoutes {
  private final Publications publications;

  DownloadRoutes(Publications publications) {
    this.publications = publications;
  }

  /** Sends a file, or only its headers. */
  void serve(Context context) throws IOException {
    String id = context.pathParam("id");
    String[] name = context.pathParam("file").split("\\.", -1);
    if (name.length != 2 || !name[0].equals(id)) {
      throw new NotFoundResponse();
    }
    DeliveredFile file =
        FileFormat.ofExtension(name[1])
            .flatMap(format -> publications.file(id, format, hash(context)))
            .orElseThrow(NotFoundResponse::new);
    String tag = '"' + file.sha256() + '"';
    context
        .header("ETag", tag)
        .header("Cache-Control", "no-cache")
        .header("Content-Disposition", "attachment; filename=\"" + name[0] + "." + name[1] + "\"");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(
        file.format() == FileFormat.CSV
            ? file.format().mediaType() + "; charset=utf-8"
            : file.format().mediaType());
    context.res().setContentLengthLong(file.size());
    if (!context.method().name().equals("HEAD")) {
      context.result(Files.newInputStream(file.path()));
    }
  }

  private static String hash(Context context) {
    return Optional.ofNullable(context.queryParam("v")).orElse("");
  }
}
