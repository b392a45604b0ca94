package io.nagare.portal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.portal.catalog.CatalogSearch.BadSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The read part of CKAN's Action API, version 3, as its clients use it: envelopes, errors and all.
 */
public final class CkanApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DEFAULT_ROWS = 10;

  /** CKAN's own limit, {@code ckan.search.rows_max}. */
  private static final int MAX_ROWS = 1000;

  private final DatasetCatalog catalog;
  private final CatalogSearch search;
  private final Map<String, Action> actions = new TreeMap<>();

  /**
   * What an action gives.
   *
   * @param status of HTTP
   * @param body JSON
   */
  public record Answer(int status, JsonNode body) {}

  private interface Action {
    JsonNode run(JsonNode arguments, CkanPackages packages) throws ActionFailed;
  }

  private static final class ActionFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient ObjectNode error;

    private ActionFailed(int status, String type) {
      super(type);
      this.status = status;
      this.error = JSON.createObjectNode().put("__type", type);
    }
  }

  /** An API over a catalog. */
  public CkanApi(DatasetCatalog catalog, CatalogSearch search) {
    this.catalog = catalog;
    this.search = search;
    actions.put("package_list", this::packageList);
    actions.put("package_show", this::packageShow);
    actions.put("package_search", this::packageSearch);
    actions.put("resource_show", this::resourceShow);
    actions.put("tag_list", this::tagList);
    actions.put("status_show", this::statusShow);
    actions.put("help_show", this::helpShow);
  }

  /**
   * Runs an action.
   *
   * @param name such as {@code package_show}
   * @param arguments a JSON object
   * @param baseUrl that addresses in the answer begin with
   */
  public Answer run(String name, JsonNode arguments, String baseUrl) {
    Action action = actions.get(name);
    if (action == null) {
      return badRequest("Action name not known: " + name);
    }
    if (!arguments.isObject()) {
      return badRequest("JSON Error: the body must be a JSON object");
    }
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("help", baseUrl + "/api/3/action/help_show?name=" + name);
    try {
      JsonNode result = action.run(arguments, new CkanPackages(baseUrl));
      envelope.put("success", true).set("result", result);
      return new Answer(200, envelope);
    } catch (ActionFailed failed) {
      envelope.put("success", false).set("error", failed.error);
      return new Answer(failed.status, envelope);
    }
  }

  /** CKAN answers a request that names no action, or no JSON, with a bare string. */
  public static Answer badRequest(String reason) {
    return new Answer(400, JSON.getNodeFactory().textNode("Bad request - " + reason));
  }

  private JsonNode packageList(JsonNode arguments, CkanPackages packages) throws ActionFailed {
    int offset = integer(arguments, "offset", 0);
    int limit = integer(arguments, "limit", Integer.MAX_VALUE);
    ArrayNode names = JSON.createArrayNode();
    catalog.entries().stream()
        .map(CatalogEntry::name)
        .skip(offset)
        .limit(limit)
        .forEach(names::add);
    return names;
  }

  private JsonNode packageShow(JsonNode arguments, CkanPackages packages) throws ActionFailed {
    String id = required(arguments, "id");
    return packages.of(catalog.find(id).orElseThrow(CkanApi::notFound));
  }

  private JsonNode resourceShow(JsonNode arguments, CkanPackages packages) throws ActionFailed {
    String id = required(arguments, "id");
    for (CatalogEntry entry : catalog.entries()) {
      Optional<ObjectNode> resource = packages.resource(entry, id);
      if (resource.isPresent()) {
        return resource.get();
      }
    }
    throw notFound();
  }

  private JsonNode packageSearch(JsonNode arguments, CkanPackages packages) throws ActionFailed {
    int start = integer(arguments, "start", 0);
    int rows = Math.min(MAX_ROWS, integer(arguments, "rows", DEFAULT_ROWS));
    String sort = text(arguments, "sort");
    CatalogSearch.Found found;
    try {
      found =
          search.search(
              text(arguments, "q"), filters(arguments), sort, Math.min(start, 1 << 30), rows);
    } catch (BadSearch bad) {
      ActionFailed failed = new ActionFailed(400, "Search Query Error");
      failed.error.put("message", bad.getMessage());
      throw failed;
    }
    ObjectNode result = JSON.createObjectNode();
    result.put("count", found.count());
    result.put("sort", sort.isBlank() ? "score desc, metadata_modified desc" : sort);
    result.putObject("facets");
    result.putObject("search_facets");
    ArrayNode results = result.putArray("results");
    found.entries().forEach(entry -> results.add(packages.of(entry)));
    return result;
  }

  private JsonNode tagList(JsonNode arguments, CkanPackages packages) {
    TreeSet<String> names = new TreeSet<>();
    catalog.entries().forEach(entry -> names.addAll(CkanPackages.tagNames(entry.contract())));
    ArrayNode list = JSON.createArrayNode();
    names.forEach(list::add);
    return list;
  }

  private JsonNode statusShow(JsonNode arguments, CkanPackages packages) {
    ObjectNode status = JSON.createObjectNode();
    // the version whose Action API this follows: clients look at it to choose their requests
    status.put("ckan_version", "2.11.0");
    status.put("site_title", "Nagare");
    status.put("locale_default", "en");
    status.putArray("extensions");
    return status;
  }

  private JsonNode helpShow(JsonNode arguments, CkanPackages packages) throws ActionFailed {
    String name = required(arguments, "name");
    if (!actions.containsKey(name)) {
      throw notFound();
    }
    return JSON.getNodeFactory()
        .textNode(name + " as CKAN 2.11 describes it; the portal's reference lists what is served");
  }

  private static List<String> filters(JsonNode arguments) {
    List<String> filters = new ArrayList<>();
    filters.add(text(arguments, "fq"));
    arguments.path("fq_list").forEach(filter -> filters.add(filter.asText()));
    return filters.stream().filter(filter -> !filter.isBlank()).toList();
  }

  private static String text(JsonNode arguments, String name) {
    return arguments.path(name).asText("");
  }

  private static String required(JsonNode arguments, String name) throws ActionFailed {
    String value = text(arguments, name);
    if (value.isBlank()) {
      throw invalid(name, "Missing value");
    }
    return value;
  }

  private static int integer(JsonNode arguments, String name, int otherwise) throws ActionFailed {
    if (arguments.path(name).isMissingNode() || arguments.path(name).isNull()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(arguments.path(name).asText().strip());
      if (value >= 0) {
        return value;
      }
      throw invalid(name, "Must be a natural number");
    } catch (NumberFormatException noNumber) {
      throw invalid(name, "Invalid integer");
    }
  }

  private static ActionFailed notFound() {
    ActionFailed failed = new ActionFailed(404, "Not Found Error");
    failed.error.put("message", "Not found");
    return failed;
  }

  private static ActionFailed invalid(String field, String message) {
    ActionFailed failed = new ActionFailed(409, "Validation Error");
    failed.error.putArray(field).add(message);
    return failed;
  }
}
