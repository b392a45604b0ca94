package io.nagare.portal.web;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.catalog.CatalogSearch;
import io.nagare.portal.catalog.CkanApi;
import io.nagare.portal.catalog.DatasetCatalog;
import io.nagare.portal.delivery.DatasetFiles;
import io.nagare.portal.delivery.Publications;
import io.nagare.portal.live.BoardBuilder;
import io.nagare.portal.live.LiveEvents;
import io.nagare.portal.live.LiveFeed;
import io.nagare.portal.live.LiveMap;
import io.nagare.portal.live.LivePublisher;
import io.nagare.portal.sql.TableQueries;
import io.nagare.portal.tables.KnownTables;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeSettings;
import io.nagare.portal.tables.LakeWatch;
import io.nagare.profiles.ProfileLibrary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One running portal: its parts, wired by hand, from the live feed and the tables to the pages. */
public final class Portal implements AutoCloseable {
  private final LiveMap map = new LiveMap();
  private final LiveFeed feed;
  private final LivePublisher publisher;
  private final LiveEvents events;
  private final Lake lake;
  private final LakeWatch watch;
  private final TableQueries queries;
  private final Publications publications;
  private final PortalServer server;

  /**
   * A portal that does nothing yet.
   *
   * @param feed where live readings come from; closed with the portal
   * @param files folder for the files of datasets
   */
  public Portal(
      LiveFeed feed,
      LakeSettings tables,
      ProfileLibrary profiles,
      List<DatasetContract> contracts,
      Path files,
      Clock clock) {
    Templates templates = new Templates();
    this.feed = feed;
    this.publisher = new LivePublisher(map, new BoardBuilder(profiles), templates, clock);
    this.events = new LiveEvents(publisher, feed, clock);
    this.lake = new Lake(tables, KnownTables.with(contracts));
    this.watch = new LakeWatch(lake, clock);
    this.queries = new TableQueries(lake, contracts);
    this.publications = new Publications(lake, contracts, new DatasetFiles(queries, files), clock);
    DatasetCatalog catalog = new DatasetCatalog(contracts, publications);
    CatalogSearch search = new CatalogSearch(catalog);
    publications.onChange(search::rebuild);
    StatusReport status = new StatusReport(feed, map, events, watch, clock);
    this.server =
        new PortalServer(
            new Pages(templates, publisher, feed, catalog, search, watch, status, clock),
            new LiveRoutes(map, feed, events, clock),
            new CkanRoutes(new CkanApi(catalog, search)),
            new DownloadRoutes(publications),
            new Assets(),
            status);
  }

  /**
   * Starts everything.
   *
   * @throws io.javalin.util.JavalinBindException if the port is in use; nothing runs then
   */
  public void start(String host, int port) {
    server.start(host, port);
    watch.start();
    publications.start();
    feed.start(map);
    publisher.start();
  }

  /** The port it answers on. */
  public int port() {
    return server.port();
  }

  /** The datasets' files, to look at the tables at once. */
  public Publications publications() {
    return publications;
  }

  @Override
  public void close() {
    publisher.close();
    events.close();
    feed.close();
    publications.close();
    watch.close();
    server.close();
    queries.close();
    lake.close();
  }
}
