package io.nagare.edge.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.Devices;
import io.nagare.edge.SteppedClock;
import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.spool.Slice;
import io.nagare.edge.spool.SourceState;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolCursor;
import io.nagare.edge.spool.SpoolLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CoAP client is told, over real UDP. */
class CoapEntranceIT {
  private static final int MAX_PAYLOAD = 8_192;
  private static final int JSON = 110;
  private static final int CBOR = 112;

  private static final Device MACHINE = Devices.machine("machine-01");

  @TempDir Path folder;

  private final SteppedClock clock = new SteppedClock("2026-11-23T10:00:00Z");
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Spool spool;
  private CoapSource source;
  private CoapClient client;

  @BeforeEach
  void start() throws Exception {
    start(SpoolLimits.ofMaxBytes(1 << 24));
  }

  private void start(SpoolLimits limits) throws Exception {
    spool = Spool.open(folder.resolve("spool"), limits, clock);
    opened.add(spool);
    RefusedLog refusedLog = new RefusedLog(folder.resolve("refused.log"), clock);
    opened.add(refusedLog);
    source =
        new CoapSource(new DeviceRegistry(List.of(MACHINE)), spool, refusedLog, clock, MAX_PAYLOAD);
    CoapEntrance entrance =
        CoapEntrance.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MAX_PAYLOAD, source);
    opened.add(entrance);
    client = new CoapClient("coap://127.0.0.1:" + entrance.address().getPort() + "/senml");
    opened.add(client::shutdown);
  }

  @AfterEach
  void stop() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
    opened.clear();
  }

  @Test
  void answersChangedWhenTheReadingIsOnDisk() throws Exception {
    CoapResponse answer =
        post(
            "[{'bn':'machine-01/','n':'temperature','u':'Cel','v':21.5},{'n':'state','vs':'idle'}]");

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(stored())
        .containsExactly(
            new Reading(MACHINE, 2, clock.millis(), Value.of(21.5)),
            new Reading(MACHINE, 3, clock.millis(), Value.of("idle")));
    assertThat(counts()).containsExactly(2L, 0L, 2L);
  }

  @Test
  void takesCbor() throws Exception {
    // [{0: "machine-01/current", 2: 7.5, 6: 1700000000}]
    byte[] pack =
        HexFormat.of().parseHex("81a300726d616368696e652d30312f63757272656e7402f94780061a6553f100");

    assertThat(client.post(pack, CBOR).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(stored())
        .containsExactly(new Reading(MACHINE, 1, 1_700_000_000_000L, Value.of(7.5)));
  }

  @Test
  void answersBrokenSenmlWithTheReason() throws Exception {
    assertAnswer(post("[{'n':'machine-01/temperature'}]"), ResponseCode.BAD_REQUEST, "record 1");
    assertAnswer(post("{"), ResponseCode.BAD_REQUEST, "malformed-senml");
    assertThat(stored()).isEmpty();
  }

  @Test
  void answersAnUnknownDeviceWithForbidden() throws Exception {
    assertAnswer(
        post("[{'n':'machine-99/temperature','v':1}]"),
        ResponseCode.FORBIDDEN,
        "unknown-device: device \"machine-99\"");
  }

  @Test
  void answersWhatTheProfileDoesNotKnowWithTheReason() throws Exception {
    assertAnswer(
        post("[{'n':'machine-01/pressure','v':1}]"),
        ResponseCode.BAD_REQUEST,
        "unknown-measurement");
    assertAnswer(
        post("[{'n':'machine-01/temperature','vs':'hot'}]"),
        ResponseCode.BAD_REQUEST,
        "wrong-type: machine-01/temperature must be a number (v)");
  }

  @Test
  void takesAPackWholeOrNotAtAll() throws Exception {
    assertAnswer(
        post("[{'n':'machine-01/temperature','v':1},{'n':'machine-01/nonsense','v':1}]"),
        ResponseCode.BAD_REQUEST,
        "unknown-measurement");
    source.flushCounts();
    assertThat(post("[{'n':'machine-01/temperature','v':1}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);

    assertThat(stored()).hasSize(1);
    assertThat(counts()).containsExactly(3L, 2L, 1L);
    assertThat(Files.readString(folder.resolve("refused.log")))
        .contains("unknown-measurement", "the whole pack of 2 is refused");
  }

  @Test
  void keepsTheCountsOfRefusedPacksOverARestart() throws Exception {
    assertThat(post("[{'n':'machine-99/x','v':1}]").getCode()).isEqualTo(ResponseCode.FORBIDDEN);
    source.flushCounts();
    stop();
    start();

    assertThat(counts()).containsExactly(1L, 1L, 0L);
  }

  @Test
  void answersOtherFormatsWithUnsupported() throws Exception {
    assertAnswer(
        client.post("[]".getBytes(StandardCharsets.UTF_8), 50),
        ResponseCode.UNSUPPORTED_CONTENT_FORMAT,
        "110");
    Request without = Request.newPost();
    without.setPayload("[]");
    assertThat(client.advanced(without).getCode())
        .isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
  }

  @Test
  void takesALargePackInBlocksAndRefusesOneOverTheLimit() throws Exception {
    assertThat(post(pack(200)).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(stored()).hasSize(200);

    assertThat(post(pack(2_000)).getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
    assertThat(stored()).hasSize(200);
  }

  @Test
  void refusesALargeDatagramWithoutBlocks() throws Exception {
    byte[] tooMuch = pack(1_000).replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThat(source.take(JSON, tooMuch, "test").get().kind()).isEqualTo(Answer.Kind.TOO_LARGE);
  }

  @Test
  void asksToComeAgainWhenTheSpoolIsFullAndDropsNothing() throws Exception {
    stop();
    start(new SpoolLimits(20_000, 2_000));
    int taken = 0;
    CoapResponse answer = post(pack(100));
    while (answer.getCode() == ResponseCode.CHANGED && taken < 1_000) {
      taken++;
      answer = post(pack(100));
    }

    assertThat(answer.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
    assertThat(answer.getOptions().getMaxAge()).isEqualTo(SenmlResource.RETRY_SECONDS);
    assertThat(stored()).hasSize(taken * 100);
    spool.commit(spool.next());
    assertThat(post(pack(100)).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(counts()).containsExactly(taken * 100L + 100, 0L, taken * 100L + 100);
  }

  @Test
  void asksToComeAgainWhenTheDiskDoesNotTakeIt() throws Exception {
    Path away = folder.resolve("away");
    Files.move(folder.resolve("spool"), away);
    assertThat(post("[{'n':'machine-01/temperature','v':1}]").getCode())
        .isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);

    Files.move(away, folder.resolve("spool"));

    assertThat(post("[{'n':'machine-01/temperature','v':1}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
    assertThat(counts()).containsExactly(1L, 0L, 1L);
  }

  @Test
  void saysWhatItTakesWhenADeviceDiscoversIt() throws Exception {
    assertThat(client.discover())
        .filteredOn(link -> link.getURI().equals("/senml"))
        .singleElement()
        .satisfies(
            link -> assertThat(link.getAttributes().getContentTypes()).contains("110", "112"));
  }

  @Test
  void leavesTheWorkingFolderAlone() {
    assertThat(Path.of("Californium3.properties")).doesNotExist();
  }

  private CoapResponse post(String pack) throws Exception {
    return client.post(pack.replace('\'', '"').getBytes(StandardCharsets.UTF_8), JSON);
  }

  private static String pack(int values) {
    StringBuilder pack = new StringBuilder("[{'bn':'machine-01/current','v':0}");
    for (int i = 1; i < values; i++) {
      pack.append(",{'t':-").append(i).append(",'v':").append(i).append('}');
    }
    return pack.append(']').toString();
  }

  private List<Reading> stored() throws IOException {
    try (SpoolCursor cursor = spool.cursorAt(spool.committed())) {
      Slice slice = cursor.read(1_000_000);
      return slice.readings();
    }
  }

  private List<Long> counts() {
    SourceState state = spool.source(CoapSource.ID);
    return List.of(state.offered(), state.refused(), state.accepted());
  }

  private static void assertAnswer(CoapResponse answer, ResponseCode code, String text) {
    assertThat(answer.getCode()).isEqualTo(code);
    assertThat(answer.getResponseText()).contains(text);
  }
}
