package io.nagare.portal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nagare.portal.text.Messages;

/** The texts that the browser itself needs: those that change while nothing arrives. */
final class LiveTexts {
  private static final JsonMapper JSON = new JsonMapper();

  private LiveTexts() {}

  /** The texts of ages, as a JSON object. */
  static String json(Messages messages) {
    try {
      return JSON.writeValueAsString(messages.startingWith("age."));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
