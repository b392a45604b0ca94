package io.nagare.profiles.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThingDescriptionTest {
  private static final ThingDescription.Place PLACE =
      new ThingDescription.Place("mqtt://127.0.0.1:8082", "demo-site", "factory-gw", "device-1");

  @ParameterizedTest
  @MethodSource("profiles")
  void everyProfileHasWhatTheRecommendationAsksFor(Profile profile) {
    JsonNode thing = ThingDescription.of(profile, PLACE);

    assertThat(thing.path("@context").path(0).asText())
        .isEqualTo("https://www.w3.org/2022/wot/td/v1.1");
    assertThat(thing.path("title").asText()).isNotBlank();
    assertThat(thing.path("securityDefinitions").has(thing.path("security").asText())).isTrue();
    assertThat(thing.path("properties")).hasSameSizeAs(profile.measurements());
    for (JsonNode property : thing.path("properties")) {
      assertThat(Set.of("number", "boolean", "string")).contains(property.path("type").asText());
      assertThat(property.path("forms").size()).isPositive();
      for (JsonNode form : property.path("forms")) {
        assertThat(form.path("href").asText()).startsWith("spBv1.0/demo-site/");
        assertThat(Set.of("observeproperty", "writeproperty"))
            .contains(form.path("op").path(0).asText());
      }
    }
  }

  @Test
  void writablePropertiesHaveACommand() {
    Profile profile = ProfileLibrary.builtIn().find("wired/hvac-controller").orElseThrow();

    JsonNode properties = ThingDescription.of(profile, PLACE).path("properties");

    assertThat(properties.path("setpoint").path("readOnly").asBoolean()).isFalse();
    assertThat(properties.path("setpoint").path("forms").path(1).path("href").asText())
        .isEqualTo("spBv1.0/demo-site/DCMD/factory-gw/device-1");
    assertThat(properties.path("supply_temperature").path("readOnly").asBoolean()).isTrue();
  }

  static List<Profile> profiles() {
    return ProfileLibrary.builtIn().all();
  }
}
