package io.nagare.profiles.radio;

import io.nagare.profiles.Decibels;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many admissions one thread decides a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AdmissionBenchmark {
  /** What is decided: a use that is admitted, one that is refused, limits of a device, a cable. */
  @Param({"admitted-use", "refused-use", "limited-device", "wired"})
  public String kind = "";

  private Admission admission = new Admission(RadioLaw.builtIn());
  private AdmissionRequest request = request("wired/pt100", Use.AS_IS);

  /** Prepares the request. */
  @Setup
  public void prepare() {
    request =
        switch (kind) {
          case "admitted-use" -> request("m5stack/cap-lora-1262", use(922.0, 5));
          case "refused-use" -> request("m5stack/cap-lora-1262", use(922.0, 158));
          case "limited-device" -> request("m5stack/cap-lora-1262", Use.AS_IS);
          default -> request("wired/pt100", Use.AS_IS);
        };
  }

  /** One decision. */
  @Benchmark
  public Decision decide() {
    return admission.decide(request);
  }

  private static Use use(double mhz, double milliwatts) {
    return new Use(
        OptionalLong.of(FrequencySpan.hertz(mhz)),
        OptionalLong.empty(),
        OptionalDouble.of(Decibels.ofMilliwatts(milliwatts)),
        Optional.empty());
  }

  private static AdmissionRequest request(String reference, Use use) {
    Profile profile = ProfileLibrary.builtIn().find(reference).orElseThrow();
    return new AdmissionRequest(
        Site.in("JP", Placement.OUTDOOR),
        profile,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LocalDate.of(2026, 6, 1),
        Optional.empty(),
        Optional.empty(),
        use);
  }
}
