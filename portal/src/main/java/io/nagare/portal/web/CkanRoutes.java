package io.nagare.portal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.nagare.portal.catalog.CkanApi;
import io.nagare.portal.catalog.CkanApi.Answer;
import java.util.List;
import java.util.Map;

/**
 * The CKAN Action API over HTTP: by GET, by POST with JSON or a form, and by POST without a body.
 */
final class CkanRoutes {
  private static final JsonMapper JSON = new JsonMapper();

  private final CkanApi api;

  CkanRoutes(CkanApi api) {
    this.api = api;
  }

  /** Takes the arguments from the address. */
  void get(Context context) {
    answer(context, arguments(context.queryParamMap()));
  }

  /**
   * Takes the arguments from the body; from the address when there is none. A JSON body is taken as
   * such whatever its content type says: clients send it as a form.
   */
  void post(Context context) {
    String body = context.body().strip();
    if (body.isEmpty()) {
      get(context);
    } else if (body.startsWith("{") || body.startsWith("[") || body.startsWith("\"")) {
      try {
        answer(context, JSON.readTree(body));
      } catch (JsonProcessingException broken) {
        write(context, CkanApi.badRequest("JSON Error: " + broken.getOriginalMessage()));
      }
    } else if (String.valueOf(context.contentType()).startsWith("application/x-www-form")) {
      answer(context, arguments(context.formParamMap()));
    } else {
      write(context, CkanApi.badRequest("JSON Error: the body must be a JSON object"));
    }
  }

  private void answer(Context context, JsonNode arguments) {
    write(context, api.run(context.pathParam("action"), arguments, BaseUrl.of(context)));
  }

  private static void write(Context context, Answer answer) {
    context.header("Access-Control-Allow-Origin", "*");
    context
        .status(answer.status())
        .contentType("application/json; charset=utf-8")
        .result(answer.body().toString());
  }

  private static ObjectNode arguments(Map<String, List<String>> parameters) {
    ObjectNode arguments = JSON.createObjectNode();
    parameters.forEach(
        (name, values) -> {
          if (values.size() == 1 && !name.equals("fq_list")) {
            arguments.put(name, values.get(0));
          } else {
            ArrayNode list = arguments.putArray(name);
            values.forEach(list::add);
          }
        });
    return arguments;
  }
}
