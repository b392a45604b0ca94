package io.nagare.edge.senml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nagare.edge.senml.SenmlRecord.BooleanValue;
import io.nagare.edge.senml.SenmlRecord.DataValue;
import io.nagare.edge.senml.SenmlRecord.NumberValue;
import io.nagare.edge.senml.SenmlRecord.StringValue;
import io.nagare.edge.senml.SenmlRecord.SumOnly;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of RFC 8428, sections 5.1 and 6. */
class SenmlReaderTest {
  private static final long NOW = Instant.parse("2026-11-23T10:00:00Z").toEpochMilli();

  @Test
  void readsASingleValueAsTakenNow() throws Exception {
    assertThat(json("[{'n':'urn:dev:ow:10e2073a01080063','u':'Cel','v':23.1}]"))
        .containsExactly(
            new SenmlRecord(
                "urn:dev:ow:10e2073a01080063", Optional.of("Cel"), NOW, new NumberValue(23.1)));
  }

  @Test
  void joinsTheBaseNameWithEachName() throws Exception {
    assertThat(
            json(
                "[{'bn':'urn:dev:ow:10e2073a01080063:','n':'voltage','u':'V','v':120.1},"
                    + "{'n':'current','u':'A','v':1.2}]"))
        .extracting(SenmlRecord::name)
        .containsExactly(
            "urn:dev:ow:10e2073a01080063:voltage", "urn:dev:ow:10e2073a01080063:current");
  }

  @Test
  void addsTheBaseTimeAndTakesTheBaseUnitWhereARecordHasNone() throws Exception {
    List<SenmlRecord> records =
        json(
            "[{'bn':'urn:dev:ow:10e2073a0108006:','bt':1.276020076001e+09,'bu':'A','bver':5,"
                + "'n':'voltage','u':'V','v':120.1},{'n':'current','t':-5,'v':1.2},"
                + "{'n':'current','t':-4,'v':1.3},{'n':'current','v':1.7}]");

    assertThat(records)
        .extracting(record -> record.unit().orElseThrow())
        .containsExactly("V", "A", "A", "A");
    assertThat(records)
        .extracting(record -> Instant.ofEpochMilli(record.timeMillis()).toString())
        .containsExactly(
            "2010-06-08T18:01:16.001Z",
            "2010-06-08T18:01:11.001Z",
            "2010-06-08T18:01:12.001Z",
            "2010-06-08T18:01:16.001Z");
  }

  @Test
  void takesTheNameFromTheBaseNameAlone() throws Exception {
    assertThat(
            json(
                "[{'bn':'urn:dev:ow:10e2073a01080063','bt':1.320067464e+09,'bu':'%RH','v':21.2},"
                    + "{'t':10,'v':21.3},{'t':92,'v':21.5}]"))
        .extracting(SenmlRecord::name, SenmlRecord::timeMillis)
        .containsExactly(
            tuple("urn:dev:ow:10e2073a01080063", 1320067464000L),
            tuple("urn:dev:ow:10e2073a01080063", 1320067474000L),
            tuple("urn:dev:ow:10e2073a01080063", 1320067556000L));
  }

  @Test
  void readsTextTruthAndData() throws Exception {
    assertThat(
            json(
                "[{'bn':'urn:dev:ow:10e2073a01080063:','n':'temp','u':'Cel','v':23.1},"
                    + "{'n':'label','vs':'Machine Room'},{'n':'open','vb':false},"
                    + "{'n':'nfc-reader','vd':'aGkgCg'}]"))
        .extracting(SenmlRecord::content)
        .containsExactly(
            new NumberValue(23.1),
            new StringValue("Machine Room"),
            new BooleanValue(false),
            new DataValue());
  }

  @Test
  void readsTheCborOfTheRfcLikeItsJson() throws Exception {
    byte[] cbor =
        HexFormat.of()
            .parseHex(
                "87a721781b75726e3a6465763a6f773a3130653230373361303130383030363a22fb41d3"
                    + "03a15b00106223614120050067766f6c7461676501615602fb405e066666666666a30067"
                    + "63757272656e74062402fb3ff3333333333333a3006763757272656e74062302fb3ff4cc"
                    + "cccccccccda3006763757272656e74062202fb3ff6666666666666a3006763757272656e"
                    + "74062102f93e00a3006763757272656e74062002fb3ff999999999999aa3006763757272"
                    + "656e74060002fb3ffb333333333333");

    List<SenmlRecord> records = SenmlReader.read(SenmlFormat.CBOR, cbor, NOW);

    assertThat(records).hasSize(7);
    assertThat(records.get(0))
        .isEqualTo(
            new SenmlRecord(
                "urn:dev:ow:10e2073a0108006:voltage",
                Optional.of("V"),
                1276020076001L,
                new NumberValue(120.1)));
    assertThat(records)
        .extracting(SenmlRecord::content)
        .containsExactly(
            new NumberValue(120.1),
            new NumberValue(1.2),
            new NumberValue(1.3),
            new NumberValue(1.4),
            new NumberValue(1.5),
            new NumberValue(1.6),
            new NumberValue(1.7));
  }

  @Test
  void addsTheBaseValue() throws Exception {
    assertThat(json("[{'bn':'a/','n':'x','bv':20,'v':1.5},{'n':'x','v':-20},{'n':'x'}]"))
        .extracting(SenmlRecord::content)
        .containsExactly(new NumberValue(21.5), new NumberValue(0), new NumberValue(20));
  }

  @Test
  void letsARecordSetBaseValuesOnly() throws Exception {
    assertThat(json("[{'bn':'a/','bt':1320067464},{'n':'x','v':1}]"))
        .extracting(SenmlRecord::name)
        .containsExactly("a/x");
  }

  @Test
  void countsSmallTimesFromNow() throws Exception {
    assertThat(json("[{'n':'a/x','t':-1.5,'v':1},{'n':'a/x','t':2,'v':1}]"))
        .extracting(SenmlRecord::timeMillis)
        .containsExactly(NOW - 1500, NOW + 2000);
  }

  @Test
  void takesTwoToThe28thAsTheFirstAbsoluteTime() throws Exception {
    assertThat(json("[{'n':'a/x','t':268435455,'v':1},{'n':'a/x','t':268435456,'v':1}]"))
        .extracting(SenmlRecord::timeMillis)
        .containsExactly(NOW + 268435455000L, 268435456000L);
  }

  @Test
  void skipsLabelsThatItDoesNotKnow() throws Exception {
    assertThat(json("[{'n':'a/x','v':1,'colour':'red','ut':60}]")).hasSize(1);
  }

  @Test
  void tellsASumFromAValue() throws Exception {
    assertThat(json("[{'n':'a/x','s':5}]"))
        .extracting(SenmlRecord::content)
        .containsExactly(new SumOnly());
  }

  @Test
  void understandsDecimalFractionsAndNanInCbor() throws Exception {
    // [{0: "a/x", 2: 4([-1, 215])}, {0: "a/x", 2: NaN}]
    byte[] cbor = HexFormat.of().parseHex("82a20063612f7802c4822018d7a20063612f7802f97e00");

    assertThat(SenmlReader.read(SenmlFormat.CBOR, cbor, NOW))
        .extracting(SenmlRecord::content)
        .containsExactly(new NumberValue(21.5), new NumberValue(Double.NaN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'n':'a/x','v':1}|array",
        "[]|array",
        "[1]|record 1: a record is a map",
        "[{'n':'a/x'}]|record 1: a record needs a value",
        "[{'v':1}]|the name",
        "[{'n':'-a/x','v':1}]|must start with a letter",
        "[{'n':'a b/x','v':1}]|the name",
        "[{'n':'a/x','v':'1'}]|v must be a number",
        "[{'n':'a/x','vb':1}]|vb must be true or false",
        "[{'n':'a/x','vs':1}]|vs must be a text",
        "[{'n':'a/x','v':1,'vs':'b'}]|only one of",
        "[{'n':'a/x','v':1,'must_':2}]|mandatory to understand",
        "[{'n':'a/x','v':1,'bver':11}]|bver 11 is not understood",
        "[{'n':'a/x','v':1,'bver':10},{'bver':5,'n':'a/x','v':1}]|record 2: bver must be the same",
        "[{'n':'a/x','v':1,'v':2}]|uplicate",
        "[{'n':'a/x','v':1}|not JSON",
        "[{'n':'a/x','v':1}] x|not JSON",
        "[{'n':'a/x','v':1,'t':1e300}]|out of range",
        "[{'bn':'a/'}]|base values only",
      })
  void refusesWhatIsNotSenml(String pack, String message) {
    assertThatThrownBy(() -> json(pack))
        .isInstanceOf(MalformedSenml.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesCborThatIsCutOff() {
    byte[] cbor = HexFormat.of().parseHex("82a20063612f7802");

    assertThatThrownBy(() -> SenmlReader.read(SenmlFormat.CBOR, cbor, NOW))
        .isInstanceOf(MalformedSenml.class)
        .hasMessageContaining("not CBOR");
  }

  @Test
  void refusesAnEmptyPayload() {
    assertThatThrownBy(() -> json("")).isInstanceOf(MalformedSenml.class);
  }

  private static List<SenmlRecord> json(String pack) throws MalformedSenml {
    return SenmlReader.read(
        SenmlFormat.JSON, pack.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
  }
}
