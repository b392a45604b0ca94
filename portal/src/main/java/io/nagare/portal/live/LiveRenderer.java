package io.nagare.portal.live;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.text.Language;
import java.time.Instant;

/** Draws a board or a part of it as HTML; each part is one element with the part's id. */
public interface LiveRenderer {

  /** The whole board. */
  String board(Board board, Language language, Instant now);

  /** One group with its cards. */
  String group(Group group, Language language, Instant now);

  /** One card. */
  String card(Card card, Language language, Instant now);
}
