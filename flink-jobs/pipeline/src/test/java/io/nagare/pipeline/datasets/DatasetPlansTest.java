package io.nagare.pipeline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nagare.contracts.Column;
import io.nagare.contracts.ColumnType;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Recipe;
import io.nagare.profiles.InvalidFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetPlansTest {
  @Test
  void keepsEveryContractThatComesWithTheProduct() throws InvalidFiles {
    List<DatasetContract> contracts = ContractLibrary.builtIn().all();

    assertThat(DatasetPlans.of(contracts))
        .extracting(plan -> plan.contract().table())
        .containsExactlyInAnyOrder(
            "equipment_health_1min", "parking_occupancy_15min", "site_activity_15min");
  }

  @Test
  void listsEverythingThatNoRecipeGives() {
    DatasetContract good = ContractLibrary.builtIn().find("parking-occupancy-15min").orElseThrow();
    List<Column> columns = new ArrayList<>(good.columns());
    Column first = columns.get(0);
    columns.removeIf(column -> column.name().equals("revision"));
    columns.add(
        new Column("weather", ColumnType.STRING, false, first.description(), Optional.empty()));
    columns.set(
        0, new Column(first.name(), ColumnType.LONG, true, first.description(), Optional.empty()));
    DatasetContract bad =
        with(good, columns, new Recipe("parking-occupancy", Map.of("window", "a while")));
    DatasetContract unknown = with(good, good.columns(), new Recipe("astrology", Map.of()));

    InvalidFiles invalid =
        catchThrowableOfType(InvalidFiles.class, () -> DatasetPlans.of(List.of(bad, unknown)));

    assertThat(invalid)
        .hasMessageContaining("\"weather\"")
        .hasMessageContaining("without revision")
        .hasMessageContaining("makes it STRING")
        .hasMessageContaining("\"a while\"")
        .hasMessageContaining("\"astrology\"");
  }

  private static DatasetContract with(
      DatasetContract contract, List<Column> columns, Recipe recipe) {
    return new DatasetContract(
        contract.id(),
        contract.version(),
        contract.status(),
        contract.table(),
        contract.title(),
        contract.description(),
        contract.creator(),
        contract.tags(),
        contract.licence(),
        contract.languages(),
        contract.issued(),
        contract.privacy(),
        columns,
        contract.key(),
        recipe);
  }
}
