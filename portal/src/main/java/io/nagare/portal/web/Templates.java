package io.nagare.portal.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.nagare.portal.live.Board;
import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.live.LiveRenderer;
import io.nagare.portal.live.LiveView;
import io.nagare.portal.text.Language;
import io.nagare.portal.text.Messages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Draws pages from the templates that were compiled with the module. */
public final class Templates implements LiveRenderer {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<Language, Messages> messages = new EnumMap<>(Language.class);

  /** Templates in every language. */
  public Templates() {
    engine.setTrimControlStructures(true);
    for (Language language : Language.values()) {
      messages.put(language, Messages.load(language));
    }
  }

  /** The texts of a language. */
  public Messages messages(Language language) {
    Messages found = messages.get(language);
    if (found == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return found;
  }

  /** A template filled with its parameters. */
  public String render(String template, Map<String, Object> parameters) {
    StringOutput out = new StringOutput();
    engine.render(template, parameters, out);
    return out.toString();
  }

  @Override
  public String board(Board board, Language language, Instant now) {
    return render("live/board.jte", Map.of("view", view(language, now), "board", board));
  }

  @Override
  public String group(Group group, Language language, Instant now) {
    return render("live/group.jte", Map.of("view", view(language, now), "group", group));
  }

  @Override
  public String card(Card card, Language language, Instant now) {
    return render("live/card.jte", Map.of("view", view(language, now), "card", card));
  }

  private LiveView view(Language language, Instant now) {
    return new LiveView(messages(language), now);
  }
}
