package io.nagare.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GatewayCountsTest {
  @Test
  void isDeliveredWhenEveryRecordingIsReadAndAllOfItIsInKafka() throws IOException {
    assertThat(counts(100, 100, "finished").delivered()).isTrue();
    assertThat(counts(100, 99, "finished").delivered()).isFalse();
    assertThat(counts(100, 100, "running").delivered()).isFalse();
  }

  @Test
  void aRecordingThatFailedIsOverAndNamed() throws IOException {
    GatewayCounts counts = counts(100, 100, "failed");

    assertThat(counts.delivered()).isTrue();
    assertThat(counts.failures()).containsExactly("a.csv: disk gone");
  }

  @Test
  void coapNeverEndsAndIsNotWaitedFor() throws IOException {
    GatewayCounts counts = counts(100, 100, "finished");

    assertThat(counts.recordingsRunning()).isFalse();
    assertThat(counts.offered()).isEqualTo(104);
  }

  private static GatewayCounts counts(long next, long committed, String state) throws IOException {
    String status =
        """
        {"gateway": "plant-gw", "spool": {"epoch": 7, "next": %d, "committed": %d, "bytes": 1},
         "counts": {"offered": 104, "refused": 4, "accepted": 100},
         "sources": [
           {"id": "coap", "kind": "coap", "state": "running"},
           {"id": "a.csv", "kind": "recording", "state": "%s", "message": "disk gone"}]}
        """
            .formatted(next, committed, state);
    return GatewayCounts.of("plant-gw", new ObjectMapper().readTree(status));
  }
}
