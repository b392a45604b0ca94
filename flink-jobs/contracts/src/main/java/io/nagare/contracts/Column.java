package io.nagare.contracts;

import io.nagare.profiles.LocalizedText;
import java.util.Optional;

/**
 * One column of a dataset.
 *
 * @param name lower-case words joined by {@code _}
 * @param type of its values
 * @param required whether every row has a value
 * @param description what a value means
 * @param unit UCUM code of the values, where they have one
 */
public record Column(
    String name,
    ColumnType type,
    boolean required,
    LocalizedText description,
    Optional<String> unit) {}
