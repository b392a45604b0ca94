package io.nagare.profiles.site;

import io.nagare.profiles.LocalizedText;
import java.util.List;

/**
 * What must be settled before sensors stand in a public space.
 *
 * @param items in the order in which they are best settled
 */
public record Checklist(List<Item> items) {

  /** Keeps a copy of the items. */
  public Checklist {
    items = List.copyOf(items);
  }

  /** What an item is about. */
  public enum Section {
    /** The permit to be there. */
    PERMIT("Permit", "許可"),
    /** The city's ordinances. */
    ORDINANCE("Ordinance", "条例"),
    /** Radio law. */
    RADIO_LAW("Radio law", "電波法"),
    /** What people are told. */
    NOTICE("Notices", "掲示");

    private final LocalizedText title;

    Section(String en, String ja) {
      this.title = new LocalizedText(en, ja);
    }

    /** The section's title. */
    public LocalizedText title() {
      return title;
    }
  }

  /** How far an item is. */
  public enum State {
    /** Settled. */
    DONE,
    /** To be settled. */
    OPEN,
    /** Does not apply to this site. */
    NOT_NEEDED
  }

  /**
   * One thing to settle.
   *
   * @param section what it is about
   * @param id stable name
   * @param state how far it is
   * @param text what is to be done, or what has been
   */
  public record Item(Section section, String id, State state, LocalizedText text) {}

  /** Whether nothing is open. */
  public boolean settled() {
    return items.stream().noneMatch(item -> item.state() == State.OPEN);
  }
}
