package io.nagare.portal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The texts of the pages in one language. Immutable. */
public final class Messages {
  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The texts that come with the product. */
  public static Messages load(Language language) {
    String path = "/portal/messages_" + language.id() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the class path");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return new Messages(language, texts);
  }

  /** The language of the texts. */
  public Language language() {
    return language;
  }

  /**
   * A text with its places {@code {0}}, {@code {1}} … filled.
   *
   * @throws IllegalArgumentException if there is no such text: a defect of the page
   */
  public String text(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.id());
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** A text, or {@code otherwise} when there is none of this key. */
  public String textOr(String key, String otherwise) {
    return texts.getOrDefault(key, otherwise);
  }

  /** All keys. */
  public Set<String> keys() {
    return Set.copyOf(texts.keySet());
  }

  /** The texts whose keys begin so, with their whole keys. */
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            found.put(key, text);
          }
        });
    return found;
  }
}
