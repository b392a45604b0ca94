package io.nagare.portal.live;

import static io.nagare.portal.live.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.live.Board.Shape;
import io.nagare.portal.text.Language;
import io.nagare.portal.text.Messages;
import io.nagare.profiles.ProfileLibrary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final LiveMap map = new LiveMap();
  private final BoardBuilder builder = new BoardBuilder(ProfileLibrary.builtIn());
  private final LiveView view = new LiveView(Messages.load(Language.EN), NOW);

  @Test
  void ordersDevicesAsPeopleCountAndMeasurementsAsTheProfileDoes() {
    for (String device : List.of("m-10", "m-2", "m-1")) {
      map.put(reading("s/g/" + device + "/state").text("running").at(NOW).build());
      map.put(reading("s/g/" + device + "/temperature").value(20).at(NOW).build());
      map.put(reading("s/g/" + device + "/vibration").value(2).at(NOW).build());
    }
    Group group = onlyGroup();
    assertThat(group.cards()).extracting(Card::device).containsExactly("m-1", "m-2", "m-10");
    assertThat(group.cards().get(0).series())
        .extracting(series -> series.reading().key().measurement())
        .containsExactly("vibration", "temperature", "state");
    assertThat(group.cards().get(0).word()).isEqualTo("running");
  }

  @Test
  void putsTheFullestCarParksFirstAndTheUnknownOnesLast() {
    lot("half", 50, 100);
    lot("full", 2, 100);
    lot("too-many", 130, 100);
    lot("busy", 15, 100);
    map.put(lot("without-capacity").value(5).at(NOW).build());
    assertThat(onlyGroup().cards())
        .extracting(card -> card.device() + " " + card.word())
        .containsExactly(
            "full full", "busy busy", "half space", "too-many unknown", "without-capacity unknown");
  }

  @Test
  void countsOnlyBaysThatAreHeard() {
    bay("b-1", 1, NOW);
    bay("b-2", 0, NOW);
    bay("b-3", 0, NOW.minusSeconds(3600));
    Group group = onlyGroup();
    assertThat(group.shape()).isEqualTo(Shape.BAY);
    LiveView.Totals totals = view.totals(group);
    assertThat(totals).isEqualTo(new LiveView.Totals(3, 1, 1, 1));
    LiveView later = new LiveView(Messages.load(Language.EN), NOW.plusSeconds(7200));
    assertThat(later.freeText(later.totals(group))).isEqualTo(LiveView.UNKNOWN);
  }

  @Test
  void showsADashForWhatIsNotKnownAndMarksDoubtfulValues() {
    map.put(reading("s/g/d/vibration").build());
    map.put(reading("s/g/d/temperature").unit("Cel").value(130).flag(3).at(NOW).build());
    List<Board.Series> series = onlyGroup().cards().get(0).series();
    assertThat(view.value(series.get(0))).isEqualTo("–");
    assertThat(view.value(series.get(1))).isEqualTo("130.0");
    assertThat(view.unit(series.get(1))).isEqualTo("°C");
    assertThat(view.doubt(series.get(1))).isEqualTo("suspect");
  }

  @Test
  void aDeviceOfAnUnknownProfileAndKindIsShownAllTheSame() {
    map.put(
        reading("s/g/d/radon")
            .kind("air", "someone/else@3")
            .unit("Bq/m3")
            .value(12)
            .at(NOW)
            .build());
    Group group = onlyGroup();
    assertThat(group.kind()).isEqualTo("air");
    assertThat(view.title(group.cards().get(0).main())).isEqualTo("radon");
  }

  @Test
  void tellsAReaderExactlyWhatChangedSinceItsRevision() {
    map.put(reading("s/g/d-1/vibration").area("a").value(1).at(NOW).build());
    map.put(reading("s/g/d-2/vibration").area("a").value(1).at(NOW).build());
    map.put(reading("s/g/d-3/vibration").area("b").value(1).at(NOW).build());
    BoardRevisions first = BoardRevisions.empty().next(board());
    assertThat(first.since(0).whole()).isTrue();
    assertThat(first.since(first.board().revision()).isEmpty()).isTrue();

    map.put(reading("s/g/d-2/vibration").area("a").value(2).at(NOW.plusSeconds(1)).build());
    BoardRevisions second = first.next(board());
    assertThat(second.since(first.board().revision()).cards())
        .extracting(Card::device)
        .containsExactly("d-2");

    map.put(reading("s/g/d-4/vibration").area("b").value(2).at(NOW).build());
    BoardRevisions third = second.next(board());
    BoardRevisions.Changes missed = third.since(first.board().revision());
    assertThat(missed.groups()).extracting(Group::title).containsExactly("b");
    assertThat(missed.cards()).extracting(Card::device).containsExactly("d-2");

    map.put(reading("other/g/d-1/vibration").value(2).at(NOW).build());
    assertThat(third.next(board()).since(third.board().revision()).whole()).isTrue();
  }

  private void lot(String device, double free, long capacity) {
    map.put(lot(device).value(free).capacity(capacity).at(NOW).build());
  }

  private static Readings lot(String device) {
    return reading("s/g/" + device + "/free_spaces")
        .kind("parking", "generic/parking-lot-counter@1");
  }

  private void bay(String device, double occupied, Instant at) {
    map.put(
        reading("s/g/" + device + "/occupied")
            .kind("parking", "generic/parking-bay@1")
            .asset("lot-1")
            .value(occupied)
            .at(at)
            .build());
  }

  private Board board() {
    return builder.build(map.snapshot());
  }

  private Group onlyGroup() {
    return board().sites().get(0).sections().get(0).groups().get(0);
  }
}
