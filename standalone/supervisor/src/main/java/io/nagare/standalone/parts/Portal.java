package io.nagare.standalone.parts;

import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The portal: pages for people, and SQL over the tables. */
public final class Portal {
  /** What the process is called. */
  public static final String NAME = "portal";

  private static final String MAIN = "io.nagare.portal.PortalApp";
  private static final int HEAP_MEGABYTES = 384;

  private Portal() {}

  /** How the portal's server is started. */
  public static ProcessPlan plan(
      Installation installation, DataFolder data, PortPlan ports, List<Path> profiles)
      throws CannotStart {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve",
                "--port",
                Integer.toString(ports.portal()),
                "--kafka",
                "127.0.0.1:" + ports.kafka()));
    arguments.addAll(tables(data, ports.postgresql()));
    arguments.addAll(List.of("--cache", data.portal().toString()));
    profiles.forEach(folder -> arguments.addAll(List.of("--profiles", folder.toString())));
    List<String> command =
        JavaCommand.light(HEAP_MEGABYTES)
            .running(installation.classPath(Installation.Module.PORTAL), MAIN, arguments);
    return ProcessPlan.of(
            NAME,
            Set.of(Postgres.NAME, KafkaBroker.NAME),
            () -> command,
            data.root(),
            () -> LoopbackHttp.answers(ports.portal(), "/"))
        .refusingByTwo();
  }

  /** The command line that answers one query over the tables and ends. */
  public static List<String> sql(
      Installation installation, DataFolder data, int postgresqlPort, String format, String query)
      throws CannotStart {
    List<String> arguments = new ArrayList<>(List.of("sql"));
    arguments.addAll(tables(data, postgresqlPort));
    arguments.addAll(List.of("--format", format, query));
    return JavaCommand.light(HEAP_MEGABYTES)
        .running(installation.classPath(Installation.Module.PORTAL), MAIN, arguments);
  }

  private static List<String> tables(DataFolder data, int postgresqlPort) {
    return List.of(
        "--catalog-uri",
        Postgres.uri(postgresqlPort),
        "--catalog-user",
        Postgres.USER,
        "--warehouse",
        data.warehouse().toString());
  }
}
