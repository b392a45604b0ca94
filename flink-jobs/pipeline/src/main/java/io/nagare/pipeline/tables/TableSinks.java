package io.nagare.pipeline.tables;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;

/**
 * Appends streams to tables, exactly once, with one commit per checkpoint.
 *
 * <p>{@code IcebergSink} and not {@code FlinkSink}: when a job ends, the older sink writes its last
 * commit under the highest possible checkpoint number, after which a restored job of the same id
 * would take every further commit for done. This one goes on counting. Both skip commits whose
 * checkpoint number the table has already seen from the job's id, so the id must stay the same, and
 * the job must never be restored from a checkpoint older than the table: {@link CommitGuard}.
 */
public final class TableSinks {
  private TableSinks() {}

  /** Makes rows and appends them. */
  public static <T> void append(
      DataStream<T> stream, RowLayout<T> layout, TableLoader table, String name, boolean small) {
    append(
        stream
            .map(layout)
            .returns(layout.typeInformation())
            .uid("rows-" + name)
            .name("Rows of " + name),
        table,
        name,
        small);
  }

  /**
   * Appends rows.
   *
   * @param name of the table; part of the operators' identity in checkpoints
   * @param small whether one writer is enough, which makes fewer files
   */
  public static void append(
      DataStream<RowData> rows, TableLoader table, String name, boolean small) {
    IcebergSink.Builder sink =
        IcebergSink.forRowData(rows)
            .tableLoader(table)
            .distributionMode(DistributionMode.NONE)
            .uidSuffix("table-" + name);
    if (small) {
      sink.writeParallelism(1);
    }
    sink.append().name("Table " + name);
  }
}
