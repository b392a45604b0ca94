package io.nagare.edge.senml;

import java.util.Optional;

/** A label of a record; in JSON its name, in CBOR its number (RFC 8428, tables 1 and 6). */
enum SenmlLabel {
  BASE_VERSION("bver", -1),
  BASE_NAME("bn", -2),
  BASE_TIME("bt", -3),
  BASE_UNIT("bu", -4),
  BASE_VALUE("bv", -5),
  BASE_SUM("bs", -6),
  NAME("n", 0),
  UNIT("u", 1),
  VALUE("v", 2),
  STRING_VALUE("vs", 3),
  BOOLEAN_VALUE("vb", 4),
  SUM("s", 5),
  TIME("t", 6),
  UPDATE_TIME("ut", 7),
  DATA_VALUE("vd", 8);

  private final String json;
  private final String cbor;

  SenmlLabel(String json, int cbor) {
    this.json = json;
    this.cbor = Integer.toString(cbor);
  }

  String json() {
    return json;
  }

  boolean isBase() {
    return json.charAt(0) == 'b';
  }

  static Optional<SenmlLabel> of(SenmlFormat format, String key) {
    for (SenmlLabel label : values()) {
      if ((format == SenmlFormat.JSON ? label.json : label.cbor).equals(key)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }
}
