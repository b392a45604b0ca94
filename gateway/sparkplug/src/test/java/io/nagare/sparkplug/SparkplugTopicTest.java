package io.nagare.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SparkplugTopicTest {
  @Test
  void writesADeviceTopicWithReservedCharactersEscaped() {
    SparkplugTopic topic = SparkplugTopic.ofDevice("site", MessageType.DDATA, "gw", "l/min #1+2");

    assertThat(topic.text()).isEqualTo("spBv1.0/site/DDATA/gw/l%2Fmin %231%2B2");
  }

  @Property
  void readsBackWhateverItWrote(
      @ForAll @NotEmpty String group, @ForAll @NotEmpty String node, @ForAll @NotEmpty String id) {
    SparkplugTopic topic =
        SparkplugTopic.ofDevice(
            wellFormed(group), MessageType.DBIRTH, wellFormed(node), wellFormed(id));

    assertThat(SparkplugTopic.parse(topic.text())).contains(topic);
  }

  /** MQTT carries UTF-8, in which a lone surrogate cannot be written. */
  private static String wellFormed(String id) {
    return id.replaceAll("[\\ud800-\\udfff]", "x");
  }

  @Test
  void refusesTopicsOfOtherShapes() {
    assertThat(SparkplugTopic.parse("spBv1.0/STATE/nagare")).isEmpty();
    assertThat(SparkplugTopic.parse("spBv1.0/site/DDATA/gw")).isEmpty();
    assertThat(SparkplugTopic.parse("spBv1.0/site/NDATA/gw/device")).isEmpty();
    assertThat(SparkplugTopic.parse("spBv1.0/site/XDATA/gw")).isEmpty();
    assertThat(SparkplugTopic.parse("spAv1.0/site/NDATA/gw")).isEmpty();
    assertThat(SparkplugTopic.parse("spBv1.0//NDATA/gw")).isEmpty();
  }

  @Test
  void refusesADeviceForAMessageOfTheNode() {
    assertThatThrownBy(
            () -> new SparkplugTopic("site", MessageType.NDATA, "gw", Optional.of("device")))
        .hasMessageContaining("takes no device");
  }

  @Test
  void filtersAllSites() {
    assertThat(SparkplugTopic.filterFor("+", MessageType.DDATA)).isEqualTo("spBv1.0/+/DDATA/+/+");
    assertThat(SparkplugTopic.filterFor("a", MessageType.NBIRTH)).isEqualTo("spBv1.0/a/NBIRTH/+");
  }
}
