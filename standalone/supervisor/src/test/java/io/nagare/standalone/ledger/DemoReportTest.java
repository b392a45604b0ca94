package io.nagare.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.ledger.TableCounts.Records;
import io.nagare.standalone.ledger.TableCounts.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  @Test
  void theReportHasTheFieldsThatItsReadersKnow() throws IOException {
    DemoReport report =
        report(
            List.of(gateway("plant-gw", 10), gateway("office-gw", 5)),
            Map.of(
                new Spool("plant-gw", 7), new Records(8, 2, 0, 4),
                new Spool("office-gw", 7), new Records(5, 0, 0, 0)));

    JsonNode json = new ObjectMapper().readTree(report.json());

    assertThat(json.path("total"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"offered": 17, "refused": 2, "accepted": 15, "tabled": 13, "rejected": 2,
                     "repeated": 0, "lost": 0, "balanced": true, "redelivered": 4}
                    """));
    assertThat(json.path("gateways").path("plant-gw").path("tabled").asInt()).isEqualTo(8);
    assertThat(json.path("readingsPerSecond").asInt()).isEqualTo(1235);
    assertThat(json.path("startupSeconds").path("kafka").asDouble()).isEqualTo(1.6);
    assertThat(json.path("secondsToFirstLiveReading").asDouble()).isEqualTo(20.5);
    assertThat(json.path("tables").path("readings").asLong()).isEqualTo(13);
  }

  @Test
  void oneGatewaysLossIsNotHiddenByAnothersSurplus() {
    DemoReport report =
        report(
            List.of(gateway("a", 10), gateway("b", 10)),
            Map.of(
                new Spool("a", 7), new Records(9, 0, 0, 0),
                new Spool("b", 7), new Records(11, 0, 0, 0)));

    assertThat(report.total().lost()).isZero();
    assertThat(report.balanced()).isFalse();
  }

  @Test
  void recordsOfASpoolThatWasReplacedDoNotCount() {
    DemoReport report =
        report(
            List.of(gateway("a", 10)),
            Map.of(
                new Spool("a", 6), new Records(500, 0, 0, 0),
                new Spool("a", 7), new Records(10, 0, 0, 0)));

    assertThat(report.balanced()).isTrue();
    assertThat(report.total().tabled()).isEqualTo(10);
  }

  @Test
  void theTableForPeopleHasALinePerGatewayAndOneForAll() {
    DemoReport report =
        report(
            List.of(gateway("a", 10_000)), Map.of(new Spool("a", 7), new Records(9_999, 0, 0, 0)));

    assertThat(report.text().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "gateway offered refused accepted tabled rejected repeated lost",
            "a 10,001 1 10,000 9,999 0 0 1",
            "total 10,001 1 10,000 9,999 0 0 1",
            "readings 13 rows",
            "1,235 readings per second from the first reading to the last table row");
  }

  private static DemoReport report(List<GatewayCounts> gateways, Map<Spool, Records> records) {
    return DemoReport.of(
        gateways,
        new TableCounts(records, Map.of("readings", 13L)),
        1234.6,
        Map.of("kafka", Duration.ofMillis(1620)),
        Optional.of(Duration.ofMillis(20_480)));
  }

  private static GatewayCounts gateway(String name, long accepted) {
    return new GatewayCounts(name, 7, accepted, accepted, accepted + 1, 1, false, List.of());
  }
}
