package io.nagare.portal.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.nagare.portal.catalog.CatalogEntry;
import io.nagare.portal.catalog.CatalogSearch;
import io.nagare.portal.catalog.DatasetCatalog;
import io.nagare.portal.live.Board;
import io.nagare.portal.live.LiveFeed;
import io.nagare.portal.live.LivePublisher;
import io.nagare.portal.live.LiveView;
import io.nagare.portal.tables.LakeWatch;
import io.nagare.portal.text.Language;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages for people. */
final class Pages {
  private final Templates templates;
  private final LivePublisher live;
  private final LiveFeed feed;
  private final DatasetCatalog catalog;
  private final CatalogSearch search;
  private final LakeWatch lake;
  private final StatusReport status;
  private final Clock clock;

  Pages(
      Templates templates,
      LivePublisher live,
      LiveFeed feed,
      DatasetCatalog catalog,
      CatalogSearch search,
      LakeWatch lake,
      StatusReport status,
      Clock clock) {
    this.templates = templates;
    this.live = live;
    this.feed = feed;
    this.catalog = catalog;
    this.search = search;
    this.lake = lake;
    this.status = status;
    this.clock = clock;
  }

  /** The live page. */
  void live(Context context) {
    Page page = page(context);
    Board board = live.board();
    show(
        context,
        "live.jte",
        page,
        Map.of(
            "view", new LiveView(page.messages(), page.now()),
            "board", board,
            "epoch", live.epoch(),
            "feed", feed.state(),
            "texts", LiveTexts.json(page.messages())));
  }

  /** All datasets, or those that fit {@code q}. */
  void datasets(Context context) {
    String q = Optional.ofNullable(context.queryParam("q")).orElse("");
    show(
        context,
        "datasets.jte",
        page(context),
        Map.of("q", q, "found", search.searchWords(q), "lake", lake.state()));
  }

  /** One dataset. */
  void dataset(Context context) {
    CatalogEntry entry = catalog.find(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
    show(
        context,
        "dataset.jte",
        page(context),
        Map.of("entry", entry, "lake", lake.state(), "baseUrl", BaseUrl.of(context)));
  }

  /** How the portal and what it depends on are doing. */
  void status(Context context) {
    show(context, "status.jte", page(context), Map.of("lines", status.lines(page(context))));
  }

  /** An error in the reader's language. */
  void error(Context context, int code) {
    context.status(code);
    show(context, "error.jte", page(context), Map.of("code", code));
  }

  private Page page(Context context) {
    Language language = Reader.language(context);
    return new Page(
        templates.messages(language), context.path(), Reader.query(context), clock.instant());
  }

  private void show(Context context, String template, Page page, Map<String, Object> parameters) {
    Reader.remember(context);
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("page", page);
    context.header("Vary", "Accept-Language, Cookie").header("Cache-Control", "no-store");
    context.html(templates.render(template, all));
  }
}
