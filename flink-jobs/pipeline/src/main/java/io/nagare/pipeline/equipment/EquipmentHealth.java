package io.nagare.pipeline.equipment;

import static io.nagare.contracts.ColumnType.DOUBLE;
import static io.nagare.contracts.ColumnType.LONG;
import static io.nagare.contracts.ColumnType.STRING;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.ValueKind;
import io.nagare.pipeline.windows.CommonColumns;
import io.nagare.pipeline.windows.NumberTotals;
import io.nagare.pipeline.windows.RecipeColumn;
import io.nagare.pipeline.windows.WindowRecipe;
import io.nagare.profiles.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The recipe {@code equipment-health}: mean, RMS, extremes and newest value of every numeric
 * measurement of every machine.
 *
 * <p>Readings flagged GOOD, UNKNOWN or SUSPECT are computed with: a suspect value is unlikely, not
 * wrong, and a machine that runs hot must not vanish from its own health. FAIL and MISSING only
 * lower the share of good ones. Texts, such as states, are not aggregated.
 */
public final class EquipmentHealth implements WindowRecipe<EquipmentTotals> {
  private static final long serialVersionUID = 1L;
  private static final String ONLY = "";

  @Override
  public String name() {
    return "equipment-health";
  }

  @Override
  public Class<EquipmentTotals> totalsClass() {
    return EquipmentTotals.class;
  }

  @Override
  public boolean joinsSources() {
    return false;
  }

  @Override
  public boolean takes(TaggedReading reading) {
    return reading.reading().placement().kind().equals(Kind.EQUIPMENT.id())
        && reading.reading().value().kind() == ValueKind.NUMBER;
  }

  @Override
  public String key(TaggedReading tagged) {
    DecodedReading reading = tagged.reading();
    return String.join(
        "\n", reading.id().site(), reading.placement().device(), reading.measurement());
  }

  @Override
  public String source(TaggedReading reading) {
    return ONLY;
  }

  @Override
  public String stream(TaggedReading reading) {
    return ONLY;
  }

  @Override
  public EquipmentTotals empty() {
    return new EquipmentTotals();
  }

  @Override
  public void add(EquipmentTotals totals, TaggedReading reading) {
    totals.quality.add(reading);
    if (NumberTotals.takes(reading)) {
      totals.numbers.add(reading);
    }
  }

  @Override
  public Collection<String> streams(EquipmentTotals totals) {
    return List.of(ONLY);
  }

  @Override
  public List<RecipeColumn<EquipmentTotals>> columns() {
    List<RecipeColumn<EquipmentTotals>> columns =
        new ArrayList<>(CommonColumns.of(totals -> totals.quality));
    columns.add(text("gateway", reading -> reading.reading().id().gateway()));
    columns.add(text("area", reading -> reading.reading().placement().area()));
    columns.add(text("asset", reading -> reading.reading().placement().asset()));
    columns.add(text("device", reading -> reading.reading().placement().device()));
    columns.add(text("measurement", reading -> reading.reading().measurement()));
    columns.add(text("unit", TaggedReading::unit));
    columns.add(new RecipeColumn<>("used", LONG, (totals, stamp) -> totals.numbers.count));
    columns.add(number("mean", NumberTotals::mean));
    columns.add(number("rms", NumberTotals::rootMeanSquare));
    columns.add(number("min", numbers -> numbers.min));
    columns.add(number("max", numbers -> numbers.max));
    columns.add(number("last", numbers -> numbers.last));
    return columns;
  }

  private static RecipeColumn<EquipmentTotals> text(String name, TextOf text) {
    return new RecipeColumn<>(
        name, STRING, (totals, stamp) -> CommonColumns.textOrNull(text.of(stamp.newest())));
  }

  private static RecipeColumn<EquipmentTotals> number(String name, NumberOf number) {
    return new RecipeColumn<>(
        name,
        DOUBLE,
        (totals, stamp) ->
            totals.numbers.count == 0 ? null : (Double) number.applyAsDouble(totals.numbers));
  }

  private interface TextOf extends Serializable {
    String of(TaggedReading reading);
  }

  private interface NumberOf extends ToDoubleFunction<NumberTotals>, Serializable {}
}
