package io.nagare.portal.catalog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Licence;
import io.nagare.portal.delivery.Publication;
import io.nagare.portal.delivery.Publication.DeliveredFile;
import io.nagare.profiles.LocalizedText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Datasets in CKAN's words. */
public final class CkanPackages {
  private static final JsonMapper JSON = new JsonMapper();

  /** CKAN writes times in UTC without saying so. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String baseUrl;

  /** Packages whose addresses begin with {@code baseUrl}, such as {@code http://127.0.0.1:8080}. */
  public CkanPackages(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The licence's id as CKAN's own list of licences has it, where it has. */
  static String licenceId(Licence licence) {
    String url = licence.url();
    if (url.contains("creativecommons.org/licenses/by/4.0")) {
      return "CC-BY-4.0";
    }
    if (url.contains("creativecommons.org/publicdomain/zero")) {
      return "CC0-1.0";
    }
    return "other-closed";
  }

  /** One dataset as {@code package_show} gives it. */
  public ObjectNode of(CatalogEntry entry) {
    DatasetContract contract = entry.contract();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", entry.uuid());
    node.put("name", contract.id());
    node.put("title", contract.title().en());
    translated(node, "title_translated", contract.title());
    node.put("notes", contract.description().en());
    translated(node, "notes_translated", contract.description());
    node.put("author", contract.creator());
    node.putNull("author_email");
    node.put("maintainer", contract.creator());
    node.putNull("maintainer_email");
    node.put("version", contract.version());
    node.put("url", page(entry));
    licence(node, contract.licence());
    node.put("license_id", licenceId(contract.licence()));
    node.put("isopen", licenceId(contract.licence()).startsWith("CC"));
    contract.languages().forEach(node.putArray("language")::add);
    node.put("type", "dataset");
    node.put("state", "active");
    node.put("private", false);
    node.putNull("owner_org");
    node.putNull("organization");
    node.put("metadata_created", TIME.format(entry.created()));
    node.put("metadata_modified", TIME.format(entry.modified()));
    tags(node, contract);
    extras(node, contract);
    resources(node, entry);
    node.putArray("groups");
    return node;
  }

  /** One file of a dataset, as {@code resource_show} gives it. */
  public Optional<ObjectNode> resource(CatalogEntry entry, String uuid) {
    for (var resource : of(entry).path("resources")) {
      if (resource.path("id").asText().equals(uuid)) {
        return Optional.of((ObjectNode) resource);
      }
    }
    return Optional.empty();
  }

  /** Tags of both languages, each once. */
  static Set<String> tagNames(DatasetContract contract) {
    Set<String> names = new LinkedHashSet<>();
    contract.tags().forEach(tag -> names.add(tag.en()));
    contract.tags().forEach(tag -> names.add(tag.ja()));
    return names;
  }

  private String page(CatalogEntry entry) {
    return baseUrl + "/datasets/" + entry.name();
  }

  private static void translated(ObjectNode node, String field, LocalizedText text) {
    node.putObject(field).put("en", text.en()).put("ja", text.ja());
  }

  private static void licence(ObjectNode node, Licence licence) {
    node.put("license_title", licence.title());
    node.put("license_url", licence.url());
  }

  private static void tags(ObjectNode node, DatasetContract contract) {
    ArrayNode tags = node.putArray("tags");
    for (String name : tagNames(contract)) {
      tags.addObject()
          .put("name", name)
          .put("display_name", name)
          .put("state", "active")
          .putNull("vocabulary_id");
    }
    node.put("num_tags", tags.size());
  }

  private static void extras(ObjectNode node, DatasetContract contract) {
    ArrayNode extras = node.putArray("extras");
    extra(extras, "creator_name", contract.creator());
    extra(extras, "issued", contract.issued().toString());
    extra(extras, "language", String.join(",", contract.languages()));
    extra(extras, "contract_version", contract.version());
    extra(extras, "privacy_policy_contains_personal_data", contract.privacy().term());
  }

  private static void extra(ArrayNode extras, String key, String value) {
    extras.addObject().put("key", key).put("value", value);
  }

  private void resources(ObjectNode node, CatalogEntry entry) {
    ArrayNode resources = node.putArray("resources");
    entry
        .publication()
        .ifPresent(
            publication ->
                publication
                    .files()
                    .forEach(file -> resource(resources.addObject(), entry, publication, file)));
    node.put("num_resources", resources.size());
  }

  private void resource(
      ObjectNode node, CatalogEntry entry, Publication publication, DeliveredFile file) {
    DatasetContract contract = entry.contract();
    String format = file.format().label();
    node.put("id", entry.resourceUuid(file.format().extension()));
    node.put("package_id", entry.uuid());
    node.put("position", file.format().ordinal());
    node.put("name", contract.title().en() + " (" + format + ")");
    node.putObject("name_translated")
        .put("en", contract.title().en() + " (" + format + ")")
        .put("ja", contract.title().ja() + "（" + format + "）");
    node.put("description", contract.description().en());
    translated(node, "description_translated", contract.description());
    node.put("format", format);
    node.put("mimetype", file.format().mediaType());
    node.put("url", baseUrl + Downloads.path(entry, file));
    node.put("url_type", "upload");
    node.put("size", file.size());
    node.put("hash", file.sha256());
    node.put("hash_algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
    node.put("rows", publication.rows());
    node.put("created", TIME.format(entry.created()));
    time(node, "last_modified", entry.modified());
    time(node, "metadata_modified", entry.modified());
    licence(node, contract.licence());
    contract.languages().forEach(node.putArray("language")::add);
    node.put("caddec_resource_type", "file/http");
    node.put("state", "active");
  }

  private static void time(ObjectNode node, String field, Instant time) {
    node.put(field, TIME.format(time));
  }
}
