package io.nagare.portal.live;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.live.Board.Section;
import io.nagare.portal.live.Board.Series;
import io.nagare.portal.live.Board.Shape;
import io.nagare.portal.live.Board.Site;
import io.nagare.profiles.Kind;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.ValueType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Orders live readings into the sites, sections, groups and cards of the page. */
public final class BoardBuilder {
  private static final NaturalOrder NATURAL = new NaturalOrder();
  private static final Comparator<Card> BY_NAME =
      Comparator.comparing(Card::name, NATURAL).thenComparing(Card::id);
  private static final Comparator<Card> FULLEST_FIRST =
      Comparator.<Card, Occupancy>comparing(card -> Occupancy.of(card.used()))
          .thenComparing(BY_NAME);

  private final ProfileLibrary profiles;

  /** Titles and the order of measurements come from the profiles. */
  public BoardBuilder(ProfileLibrary profiles) {
    this.profiles = profiles;
  }

  /** The board of these readings. */
  public Board build(LiveMap.Snapshot snapshot) {
    Map<String, List<LiveReading>> devices = new TreeMap<>();
    for (LiveReading reading : snapshot.readings()) {
      devices.computeIfAbsent(reading.key().deviceText(), id -> new ArrayList<>()).add(reading);
    }
    Map<String, Map<String, Map<GroupKey, List<Card>>>> tree = new TreeMap<>(NATURAL);
    for (List<LiveReading> readings : devices.values()) {
      Card card = card(readings);
      LiveReading any = readings.get(0);
      tree.computeIfAbsent(any.key().site(), site -> new TreeMap<>(BoardBuilder::kindOrder))
          .computeIfAbsent(card.kind(), kind -> new TreeMap<>())
          .computeIfAbsent(groupKey(card, any), key -> new ArrayList<>())
          .add(card);
    }
    List<Site> sites = new ArrayList<>();
    tree.forEach((site, kinds) -> sites.add(site(site, kinds)));
    return new Board(snapshot.revision(), List.copyOf(sites));
  }

  private record GroupKey(String title, Shape shape) implements Comparable<GroupKey> {
    @Override
    public int compareTo(GroupKey other) {
      int order = NATURAL.compare(title, other.title);
      return order != 0 ? order : shape.compareTo(other.shape);
    }
  }

  private static GroupKey groupKey(Card card, LiveReading any) {
    boolean byAsset = card.shape() == Shape.BAY && !any.asset().isEmpty();
    return new GroupKey(byAsset ? any.asset() : any.area(), card.shape());
  }

  private static Site site(String id, Map<String, Map<GroupKey, List<Card>>> kinds) {
    List<Section> sections = new ArrayList<>();
    kinds.forEach(
        (kind, groups) -> {
          List<Group> list = new ArrayList<>();
          groups.forEach((key, cards) -> list.add(group(id, kind, key, cards)));
          sections.add(new Section(elementId("section", id, kind), kind, List.copyOf(list)));
        });
    return new Site(id, List.copyOf(sections));
  }

  private static Group group(String site, String kind, GroupKey key, List<Card> cards) {
    cards.sort(key.shape() == Shape.LOT ? FULLEST_FIRST : BY_NAME);
    return new Group(
        elementId("group", site, kind, key.shape().name(), key.title()),
        kind,
        key.shape(),
        key.title(),
        List.copyOf(cards));
  }

  private Card card(List<LiveReading> readings) {
    LiveReading any = readings.get(0);
    Optional<Profile> profile = profiles.find(any.profile());
    String kind =
        any.kind().isEmpty() ? profile.map(p -> p.kind().id()).orElse("other") : any.kind();
    List<LiveReading> ordered = new ArrayList<>(readings);
    ordered.sort(
        Comparator.<LiveReading>comparingInt(reading -> place(profile, reading))
            .thenComparing(reading -> reading.key().measurement()));
    List<Series> series = ordered.stream().map(reading -> series(profile, reading)).toList();
    Shape shape = shape(kind, series);
    return new Card(
        elementId("card", any.key().site(), any.key().gateway(), any.key().device()),
        kind,
        shape,
        any.key().device(),
        any.name(),
        any.key().gateway(),
        any.capacity(),
        shape == Shape.LOT ? freeSpacesFirst(series) : series);
  }

  private static Series series(Optional<Profile> profile, LiveReading reading) {
    String name = reading.key().measurement();
    Optional<Measurement> measurement = profile.flatMap(p -> p.measurement(name));
    ValueType type =
        measurement
            .map(Measurement::type)
            .orElse(reading.text().isPresent() ? ValueType.STRING : ValueType.NUMBER);
    return new Series(
        measurement.map(Measurement::title).orElse(new LocalizedText(name, name)),
        type == ValueType.STRING,
        type == ValueType.BOOLEAN,
        reading);
  }

  private static Shape shape(String kind, List<Series> series) {
    if (kind.equals(Kind.PARKING.id())) {
      if (series.stream().anyMatch(BoardBuilder::countsFreeSpaces)) {
        return Shape.LOT;
      }
      return series.get(0).isBoolean() ? Shape.BAY : Shape.METERS;
    }
    return kind.equals(Kind.BEACON.id()) && series.size() == 1 ? Shape.BEACON : Shape.METERS;
  }

  /** A counter of free spaces is a number without a unit that says so in its name. */
  private static boolean countsFreeSpaces(Series series) {
    return !series.isBoolean()
        && !series.isState()
        && series.reading().unit().equals("1")
        && series.reading().key().measurement().contains("free");
  }

  private static List<Series> freeSpacesFirst(List<Series> series) {
    List<Series> sorted = new ArrayList<>(series);
    sorted.sort(Comparator.comparing(one -> countsFreeSpaces(one) ? 0 : 1));
    return List.copyOf(sorted);
  }

  private static int place(Optional<Profile> profile, LiveReading reading) {
    List<Measurement> measurements = profile.map(Profile::measurements).orElse(List.of());
    for (int i = 0; i < measurements.size(); i++) {
      if (measurements.get(i).name().equals(reading.key().measurement())) {
        return i;
      }
    }
    return measurements.size();
  }

  private static int kindOrder(String left, String right) {
    int order = Integer.compare(kindPlace(left), kindPlace(right));
    return order != 0 ? order : left.compareTo(right);
  }

  private static int kindPlace(String kind) {
    return Arrays.stream(Kind.values())
        .filter(known -> known.id().equals(kind))
        .mapToInt(Enum::ordinal)
        .findFirst()
        .orElse(Kind.values().length);
  }

  /** An id that HTML accepts, different for different parts. */
  private static String elementId(String... parts) {
    StringBuilder id = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      id.append('/').append(URLEncoder.encode(parts[i], StandardCharsets.UTF_8));
    }
    return id.toString();
  }
}
