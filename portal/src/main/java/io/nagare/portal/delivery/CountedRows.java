package io.nagare.portal.delivery;

import io.nagare.portal.sql.RowSink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes rows on and counts them. */
final class CountedRows implements RowSink {
  private final RowSink next;
  private long count;

  CountedRows(RowSink next) {
    this.next = next;
  }

  long count() {
    return count;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    next.columns(names);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    count++;
    next.row(values);
  }

  @Override
  public void end() throws IOException {
    next.end();
  }
}
