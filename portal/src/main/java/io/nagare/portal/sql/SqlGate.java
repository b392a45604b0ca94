package io.nagare.portal.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets one read-only query through and refuses everything else, before anything runs.
 *
 * <p>The query is parsed by the engine that will run it, so both read it alike. What may appear is
 * listed; what is not listed is refused. The engine's own locks ({@link QuerySession}) hold even if
 * this gate were wrong.
 */
final class SqlGate {
  /** Table functions that make rows out of their arguments and read nothing. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of("range", "generate_series", "unnest", "json_each", "json_tree", "repeat");

  /** Functions that tell about the machine instead of the data. */
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of("current_setting", "getenv", "getvariable", "write_log", "nextval", "currval");

  private static final Set<String> INFORMATION_SCHEMA = Set.of("tables", "columns");
  private static final String ONLY_SELECT = "only one SELECT or WITH … SELECT statement is allowed";

  // deep nesting is bounded by the engine's own limit on expressions, not by the reader of its JSON
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(20_000).build())
              .build());

  /**
   * A query that may run.
   *
   * @param text as it was written
   * @param tables the tables it names, lower case; every table when {@code lists} is true
   * @param lists whether it asks which tables there are
   */
  record Admitted(String text, Set<String> tables, boolean lists) {}

  private final Set<String> views;
  private final Set<String> withNames = new TreeSet<>();
  private final Set<String> tables = new TreeSet<>();
  private boolean lists;

  private SqlGate(Set<String> views) {
    this.views = views;
  }

  /**
   * Admits a query or says why not.
   *
   * @param parser a connection that parses and runs nothing of the user's
   * @param views names that the query may read, lower case
   */
  static Admitted admit(Connection parser, String text, Set<String> views)
      throws BadQuery, SQLException {
    JsonNode statements = parse(parser, text);
    SqlGate gate = new SqlGate(views);
    gate.check(nodes(statements));
    return new Admitted(text, Set.copyOf(gate.tables), gate.lists);
  }

  private static JsonNode parse(Connection parser, String text) throws BadQuery, SQLException {
    if (text.length() > QueryLimits.MAX_TEXT) {
      throw new BadQuery(
          "the query has %d characters; %d are allowed"
              .formatted(text.length(), QueryLimits.MAX_TEXT));
    }
    JsonNode parsed = serialized(parser, text);
    if (parsed.path("error").asBoolean()) {
      String message = parsed.path("error_message").asText();
      throw new BadQuery(
          parsed.path("error_type").asText().equals("parser")
              ? message + place(text, parsed.path("position").asInt(-1))
              : ONLY_SELECT);
    }
    if (parsed.path("statements").size() != 1) {
      throw new BadQuery(
          parsed.path("statements").isEmpty() ? "the query is empty; " + ONLY_SELECT : ONLY_SELECT);
    }
    return parsed.path("statements");
  }

  private static JsonNode serialized(Connection parser, String text) throws BadQuery, SQLException {
    try (PreparedStatement statement =
        parser.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      statement.setString(1, text);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return JSON.readTree(result.getString(1));
      }
    } catch (JsonProcessingException unreadable) {
      throw new BadQuery("the query is nested too deeply", unreadable);
    }
  }

  private static String place(String text, int position) {
    if (position < 0 || position > text.length()) {
      return "";
    }
    long line = text.substring(0, position).lines().count();
    return " (line %d, character %d)".formatted(Math.max(line, 1), position + 1);
  }

  /** Every node below; iterative, so that a deep query costs no stack. */
  private static List<JsonNode> nodes(JsonNode root) {
    List<JsonNode> nodes = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      nodes.add(node);
      node.forEach(open::push);
    }
    return nodes;
  }

  private void check(List<JsonNode> nodes) throws BadQuery {
    for (JsonNode node : nodes) {
      for (JsonNode entry : node.path("cte_map").path("map")) {
        withNames.add(lower(entry.path("key")));
      }
    }
    for (JsonNode node : nodes) {
      switch (node.path("type").asText()) {
        case "BASE_TABLE" -> checkTable(node);
        case "TABLE_FUNCTION" -> checkTableFunction(node.path("function"));
        case "SHOW_REF" -> checkShow(node);
        case "FUNCTION" -> checkFunction(node);
        default -> {
          // expressions, joins and subqueries read nothing themselves; their parts are visited
        }
      }
    }
  }

  private void checkTable(JsonNode node) throws BadQuery {
    String schema = lower(node.path("schema_name"));
    String table = lower(node.path("table_name"));
    boolean plain =
        lower(node.path("catalog_name")).isEmpty() && Set.of("", "main").contains(schema);
    if (plain && (withNames.contains(table) || views.contains(table))) {
      tables.add(table);
      return;
    }
    if (schema.equals("information_schema") && INFORMATION_SCHEMA.contains(table)) {
      lists = true;
      return;
    }
    throw new BadQuery(
        "there is no table \"%s\"; the tables are %s"
            .formatted(node.path("table_name").asText(), String.join(", ", new TreeSet<>(views))));
  }

  private static void checkTableFunction(JsonNode function) throws BadQuery {
    String name = lower(function.path("function_name"));
    if (!TABLE_FUNCTIONS.contains(name)
        || !lower(function.path("schema")).isEmpty()
        || !lower(function.path("catalog")).isEmpty()) {
      throw new BadQuery(
          "the table function %s is not allowed; only %s are"
              .formatted(name, String.join(", ", new TreeSet<>(TABLE_FUNCTIONS))));
    }
  }

  private static void checkFunction(JsonNode function) throws BadQuery {
    String name = lower(function.path("function_name"));
    if (REFUSED_FUNCTIONS.contains(name)) {
      throw new BadQuery("the function %s is not allowed".formatted(name));
    }
  }

  private void checkShow(JsonNode node) throws BadQuery {
    String shown = lower(node.path("table_name")).replace("\"", "");
    if (shown.isEmpty() || shown.equals("tables")) {
      lists |= shown.equals("tables");
      return;
    }
    throw new BadQuery(
        "SHOW TABLES, DESCRIBE and SUMMARIZE are allowed; SHOW " + shown + " is not");
  }

  private static String lower(JsonNode name) {
    return name.asText("").toLowerCase(Locale.ROOT);
  }
}
