package io.nagare.portal.sql;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a result go, one after the other. */
public interface RowSink {

  /** The columns; called once, before any row. */
  void columns(List<String> names) throws IOException;

  /** One row; a missing value is null. The list is valid during the call only. */
  void row(List<@Nullable Object> values) throws IOException;

  /** The end of the rows; not called when the query fails. */
  void end() throws IOException;
}
