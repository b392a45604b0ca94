package io.nagare.portal.live;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.live.Board.Section;
import io.nagare.portal.live.Board.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A board that knows when each of its parts last changed, so that any client can be told what it
 * missed since the revision it has.
 *
 * @param board the newest
 * @param structure revision at which a site, section or group last came or went
 * @param groups by id: revision at which the group's set or order of cards last changed
 * @param cards by id: revision at which the card last changed
 */
record BoardRevisions(
    Board board, long structure, Map<String, Long> groups, Map<String, Long> cards) {

  /** Parts of the page that changed; {@code whole} stands for everything. */
  record Changes(boolean whole, List<Group> groups, List<Card> cards) {
    boolean isEmpty() {
      return !whole && groups.isEmpty() && cards.isEmpty();
    }
  }

  static BoardRevisions empty() {
    return new BoardRevisions(new Board(0, List.of()), 0, Map.of(), Map.of());
  }

  /** The revisions after a newer board took this one's place. */
  BoardRevisions next(Board newer) {
    Map<String, List<String>> order = orders(board);
    Map<String, Card> known = new HashMap<>();
    eachGroup(board).forEach(group -> group.cards().forEach(card -> known.put(card.id(), card)));
    Map<String, Long> newGroups = new HashMap<>();
    Map<String, Long> newCards = new HashMap<>();
    for (Group group : eachGroup(newer)) {
      boolean same = ids(group).equals(order.get(group.id()));
      newGroups.put(group.id(), same ? groups.getOrDefault(group.id(), 0L) : newer.revision());
      for (Card card : group.cards()) {
        boolean unchanged = card.equals(known.get(card.id()));
        newCards.put(card.id(), unchanged ? cards.getOrDefault(card.id(), 0L) : newer.revision());
      }
    }
    boolean sameStructure =
        eachGroup(board).stream()
            .map(Group::id)
            .toList()
            .equals(eachGroup(newer).stream().map(Group::id).toList());
    return new BoardRevisions(
        newer, sameStructure ? structure : newer.revision(), newGroups, newCards);
  }

  /** What changed after a revision. */
  Changes since(long revision) {
    if (structure > revision) {
      return new Changes(true, List.of(), List.of());
    }
    List<Group> changedGroups = new ArrayList<>();
    List<Card> changedCards = new ArrayList<>();
    for (Group group : eachGroup(board)) {
      if (groups.getOrDefault(group.id(), 0L) > revision) {
        changedGroups.add(group);
        continue;
      }
      for (Card card : group.cards()) {
        if (cards.getOrDefault(card.id(), 0L) > revision) {
          changedCards.add(card);
        }
      }
    }
    return new Changes(false, changedGroups, changedCards);
  }

  private static List<Group> eachGroup(Board board) {
    List<Group> groups = new ArrayList<>();
    for (Site site : board.sites()) {
      for (Section section : site.sections()) {
        groups.addAll(section.groups());
      }
    }
    return groups;
  }

  private static Map<String, List<String>> orders(Board board) {
    Map<String, List<String>> orders = new HashMap<>();
    eachGroup(board).forEach(group -> orders.put(group.id(), ids(group)));
    return orders;
  }

  private static List<String> ids(Group group) {
    return group.cards().stream().map(Card::id).toList();
  }
}
