package io.nagare.profiles.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ValueType;

/**
 * Describes a device of a profile as a W3C Web of Things Thing Description 1.1.
 *
 * <p>Each measurement is a property that is observed on the device's Sparkplug topic; one that is
 * writable may be written by a command. Source: W3C Recommendation wot-thing-description11.
 */
public final class ThingDescription {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ThingDescription() {}

  /**
   * Where a device is found.
   *
   * @param broker the MQTT broker, such as {@code mqtt://127.0.0.1:1883}
   * @param site Sparkplug group
   * @param gateway Sparkplug edge node
   * @param device the device's id
   */
  public record Place(String broker, String site, String gateway, String device) {}

  /** The description as a tree of JSON. */
  public static ObjectNode of(Profile profile, Place place) {
    ObjectNode thing = JSON.createObjectNode();
    ArrayNode context = thing.putArray("@context");
    context.add("https://www.w3.org/2022/wot/td/v1.1");
    context.addObject().put("mqv", "http://www.example.org/mqtt-binding#").put("@language", "en");
    thing.put("@type", "Thing");
    thing.put("id", "urn:nagare:" + place.site() + ":" + place.gateway() + ":" + place.device());
    titles(thing, profile.title());
    profile
        .identity()
        .ifPresent(
            identity -> thing.put("description", identity.manufacturer() + " " + identity.model()));
    thing
        .putObject("version")
        .put("instance", profile.version() + ".0.0")
        .put("model", profile.reference());
    thing.put("base", place.broker() + (place.broker().endsWith("/") ? "" : "/"));
    thing.putObject("securityDefinitions").putObject("nosec_sc").put("scheme", "nosec");
    thing.put("security", "nosec_sc");
    ObjectNode properties = thing.putObject("properties");
    for (Measurement measurement : profile.measurements()) {
      property(properties.putObject(measurement.name()), measurement, place);
    }
    return thing;
  }

  private static void property(ObjectNode property, Measurement measurement, Place place) {
    titles(property, measurement.title());
    property.put("type", type(measurement.type()));
    if (!measurement.unit().equals("1")) {
      property.put("unit", measurement.unit());
    }
    measurement
        .facts()
        .range()
        .ifPresent(
            range -> {
              if (Double.isFinite(range.low())) {
                property.put("minimum", range.low());
              }
              if (Double.isFinite(range.high())) {
                property.put("maximum", range.high());
              }
            });
    measurement
        .facts()
        .resolution()
        .ifPresent(
            resolution -> {
              if (resolution > 0) {
                property.put("multipleOf", resolution);
              }
            });
    if (!measurement.allowedTexts().isEmpty()) {
      measurement.allowedTexts().forEach(property.putArray("enum")::add);
    }
    boolean writable = measurement.facts().writable();
    property.put("observable", true);
    property.put("readOnly", !writable);
    ArrayNode forms = property.putArray("forms");
    form(forms, place, "DDATA", "observeproperty", "subscribe");
    if (writable) {
      form(forms, place, "DCMD", "writeproperty", "publish");
    }
  }

  private static void form(
      ArrayNode forms, Place place, String message, String operation, String packet) {
    ObjectNode form = forms.addObject();
    form.put(
        "href",
        "spBv1.0/" + place.site() + "/" + message + "/" + place.gateway() + "/" + place.device());
    form.putArray("op").add(operation);
    form.put("contentType", "application/x-protobuf");
    form.put("mqv:controlPacket", packet);
  }

  private static void titles(ObjectNode node, LocalizedText title) {
    node.put("title", title.en());
    node.putObject("titles").put("en", title.en()).put("ja", title.ja());
  }

  private static String type(ValueType type) {
    return switch (type) {
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case STRING -> "string";
    };
  }
}
