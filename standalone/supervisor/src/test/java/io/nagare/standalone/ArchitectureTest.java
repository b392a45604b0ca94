package io.nagare.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.nagare.standalone.settings.ProjectFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the arrows between the modules, as {@code docs/explanation/architecture.md} draws them. */
class ArchitectureTest {
  private static JavaClasses classes;

  /** A module with its packages and the modules that it may know. */
  enum Module {
    PROFILES("device-profiles", "io.nagare.profiles.."),
    SPARKPLUG("gateway/sparkplug", "io.nagare.sparkplug.."),
    CONTRACTS("flink-jobs/contracts", "io.nagare.contracts..", PROFILES),
    EDGE("gateway/edge", "io.nagare.edge..", PROFILES, SPARKPLUG),
    BRIDGE("gateway/bridge", "io.nagare.bridge..", PROFILES, SPARKPLUG),
    PIPELINE("flink-jobs/pipeline", "io.nagare.pipeline..", PROFILES, SPARKPLUG, CONTRACTS),
    PORTAL("portal", "io.nagare.portal..", PROFILES, CONTRACTS),
    MQTT_BROKER("standalone/mqtt-broker", "io.nagare.standalone.mqtt.."),
    SIMULATOR("standalone/simulator", "io.nagare.simulator.."),
    SUPERVISOR("standalone/supervisor", "io.nagare.standalone..");

    private final String folder;
    private final String packages;
    private final List<Module> mayKnow;

    Module(String folder, String packages, Module... mayKnow) {
      this.folder = folder;
      this.packages = packages;
      this.mayKnow = List.of(mayKnow);
    }

    private DescribedPredicate<JavaClass> isHome() {
      DescribedPredicate<JavaClass> home = resideInAPackage(packages);
      return this == SUPERVISOR
          ? home.and(DescribedPredicate.not(resideInAPackage(MQTT_BROKER.packages)))
          : home;
    }

    private DescribedPredicate<JavaClass> mayBeKnown() {
      List<String> known = new ArrayList<>();
      mayKnow.forEach(module -> known.add(module.packages));
      DescribedPredicate<JavaClass> others =
          DescribedPredicate.not(resideInAPackage("io.nagare.."))
              .or(resideInAnyPackage(known.toArray(new String[0])));
      return isHome().or(others);
    }
  }

  @BeforeAll
  static void readEveryModule() {
    Path project = ProjectFolder.find();
    List<Path> folders =
        Stream.of(Module.values())
            .map(module -> project.resolve(module.folder).resolve("target/classes"))
            .toList();
    assertThat(folders)
        .as("modules must be built before the supervisor: mvn package -DskipTests")
        .allMatch(Files::isDirectory);
    classes = new ClassFileImporter().importPaths(folders);
  }

  @ParameterizedTest
  @EnumSource
  void aModuleKnowsOnlyThoseThatItMay(Module module) {
    classes()
        .that(module.isHome())
        .should()
        .onlyDependOnClassesThat(module.mayBeKnown())
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(classes);
  }

  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return javaClass.getPackageName().startsWith("io.nagare")
          ? SliceIdentifier.of(javaClass.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
