package io.nagare.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.portal.catalog.CatalogSearch.BadSearch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSearchTest {
  private static final CatalogSearch SEARCH = new CatalogSearch(Catalogs.builtIn());

  @ParameterizedTest
  @CsvSource({
    "駐車場, parking-occupancy-15min site-activity-15min",
    "パーキング, parking-occupancy-15min site-activity-15min",
    "ﾊﾟｰｷﾝｸﾞ, parking-occupancy-15min site-activity-15min",
    "ＰＡＲＫＩＮＧ, parking-occupancy-15min site-activity-15min",
    "car park, parking-occupancy-15min site-activity-15min",
    "駐車場 満空, parking-occupancy-15min site-activity-15min",
    "駐車場 occupancy, parking-occupancy-15min site-activity-15min",
    "振動, equipment-health-1min",
    "vibrations, equipment-health-1min",
    "状態監視, equipment-health-1min",
    "工場の機械の振動, equipment-health-1min",
    "ビーコン, site-activity-15min",
    "beacons, site-activity-15min",
    "equipment, equipment-health-1min site-activity-15min",
    "title:equipment, equipment-health-1min",
    "tags:駐車場, parking-occupancy-15min site-activity-15min",
    "name:site-activity-15min, site-activity-15min",
    "*:*, equipment-health-1min parking-occupancy-15min site-activity-15min",
    "潜水艦, ''",
    "駐車場 mobility, parking-occupancy-15min",
    "parking NOT tags:beacon, parking-occupancy-15min"
  })
  void findsDatasetsByWordsOfBothLanguages(String words, String names) throws BadSearch {
    assertThat(names(SEARCH.search(words, List.of(), "name asc", 0, 10)))
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
  }

  @Test
  void putsTheDatasetThatIsAboutTheWordBeforeOneThatMentionsIt() {
    assertThat(names(SEARCH.searchWords("駐車場"))).first().isEqualTo("parking-occupancy-15min");
    assertThat(names(SEARCH.searchWords("設備"))).first().isEqualTo("equipment-health-1min");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata_modified:[2020-01-01T00:00:00Z TO *] | 3",
        "metadata_modified:[2100-01-01T00:00:00Z TO *] | 0",
        "metadata_created:[* TO 2020-01-01T00:00:00Z] | 0",
        "(metadata_modified:[\"2020-01-01T00:00:00Z\" TO *] OR"
            + " metadata_created:[\"2020-01-01T00:00:00Z\" TO *]) | 3",
        "license_id:CC-BY-4.0 | 3",
        "license_id:\"CC-BY-4.0\" AND language:ja | 3",
        "organization:nobody | 0",
        "+dataset_type:dataset +state:active | 3"
      })
  void filtersAsHarvestersDo(String filter, int count) throws BadSearch {
    assertThat(SEARCH.search("", List.of(filter), "", 0, 10).count()).isEqualTo(count);
  }

  @Test
  void pagesAreDifferentAndEndEmpty() throws BadSearch {
    List<String> first = names(SEARCH.search("", List.of(), "id asc", 0, 2));
    List<String> second = names(SEARCH.search("", List.of(), "id asc", 2, 2));
    assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(1);
    assertThat(names(SEARCH.search("", List.of(), "id asc", 4, 2))).isEmpty();
    assertThat(SEARCH.search("", List.of(), "id asc", 0, 0).count()).isEqualTo(3);
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    for (String bad : List.of("title:(", "metadata_modified:[x TO *]", "\"open")) {
      assertThatThrownBy(() -> SEARCH.search(bad, List.of(), "", 0, 10))
          .isInstanceOf(BadSearch.class);
    }
    assertThatThrownBy(() -> SEARCH.search("", List.of(), "size desc", 0, 10))
        .hasMessageContaining("metadata_modified");
    assertThatThrownBy(() -> SEARCH.search("", List.of(), "name sideways", 0, 10))
        .isInstanceOf(BadSearch.class);
  }

  @Test
  void takesOddSignsOfAPersonAsPlainWords() {
    assertThat(names(SEARCH.searchWords("駐車場 ("))).contains("parking-occupancy-15min");
    assertThat(SEARCH.searchWords("[[[ ~~ \\").entries()).isEmpty();
  }

  private static List<String> names(CatalogSearch.Found found) {
    return found.entries().stream().map(CatalogEntry::name).toList();
  }
}
