package io.nagare.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nagare.pipeline");

  @Test
  void keepsFlinkOutOfRulesAndTotals() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Rules")
        .or()
        .haveSimpleNameEndingWith("Totals")
        .or()
        .resideInAnyPackage(
            "..reading..", "..ledger..", "..equipment..", "..parking..", "..activity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.apache.iceberg..", "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void keepsTablesAndTopicsOutOfTheCapabilities() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..decode..", "..quality..", "..live..", "..windows..", "..equipment..", "..parking..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..pipeline.tables..", "..pipeline.topics..")
        .check(CLASSES);
  }
}
