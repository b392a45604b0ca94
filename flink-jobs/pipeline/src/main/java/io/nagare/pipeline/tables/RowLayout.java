package io.nagare.pipeline.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.Schema;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.util.FlinkCompatibilityUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns of a table in order: its schema, and the function that writes its rows.
 *
 * @param <T> what a row is made from
 */
public final class RowLayout<T> implements MapFunction<T, RowData> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<TableColumn<T>> columns;

  /** A layout with these columns. */
  public RowLayout(List<TableColumn<T>> columns) {
    this.columns = new ArrayList<>(columns);
  }

  /** The schema to create the table with. */
  public Schema schema() {
    List<NestedField> fields = new ArrayList<>();
    for (TableColumn<T> column : columns) {
      int id = fields.size() + 1;
      fields.add(
          column.required()
              ? NestedField.required(id, column.name(), column.type().icebergType())
              : NestedField.optional(id, column.name(), column.type().icebergType()));
    }
    return new Schema(fields);
  }

  /** The type of the rows. */
  public TypeInformation<RowData> typeInformation() {
    RowType rowType = FlinkSchemaUtil.convert(schema());
    return FlinkCompatibilityUtil.toTypeInfo(rowType);
  }

  /**
   * Writes a row.
   *
   * @throws IllegalStateException if a required column has no value: a defect of the job
   */
  @Override
  public RowData map(T row) {
    GenericRowData cells = new GenericRowData(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      TableColumn<T> column = columns.get(i);
      Object value = column.value().of(row);
      if (value != null) {
        cells.setField(i, column.type().cell(value));
      } else if (column.required()) {
        throw new IllegalStateException("column " + column.name() + " has no value");
      }
    }
    return cells;
  }
}
