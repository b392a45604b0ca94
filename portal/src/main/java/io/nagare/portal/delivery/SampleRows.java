package io.nagare.portal.delivery;

import io.nagare.portal.delivery.Publication.Sample;
import io.nagare.portal.sql.RowSink;
import io.nagare.portal.sql.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps rows as text. */
final class SampleRows implements RowSink {
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> names = List.of();

  Sample sample() {
    return new Sample(names, List.copyOf(rows));
  }

  @Override
  public void columns(List<String> columns) {
    names = List.copyOf(columns);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? "" : Values.text(value));
    }
    rows.add(List.copyOf(cells));
  }

  @Override
  public void end() {}
}
