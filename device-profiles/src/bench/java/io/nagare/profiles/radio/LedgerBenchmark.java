package io.nagare.profiles.radio;

import io.nagare.profiles.airtime.AirtimeKey;
import io.nagare.profiles.airtime.AirtimeLedger;
import io.nagare.profiles.airtime.AirtimeLimits;
import io.nagare.profiles.airtime.AirtimeVerdict;
import io.nagare.profiles.airtime.Transmission;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many frames of 10,000 busy devices the ledger counts a second, and in how much memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LedgerBenchmark {
  private static final int DEVICES = 10_000;
  private static final AirtimeKey[] KEYS = new AirtimeKey[DEVICES];
  private static final AirtimeLimits LIMITS =
      new AirtimeLimits(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.of(36_000_000),
          OptionalLong.empty());

  private AirtimeLedger ledger = AirtimeLedger.inMemory(DEVICES);
  private long bytesBefore;
  private long frames;

  /** Starts with an empty ledger. */
  @Setup(Level.Trial)
  public void prepare() {
    for (int i = 0; i < DEVICES; i++) {
      KEYS[i] = new AirtimeKey("device-" + i, "eu-868-m");
    }
    bytesBefore = usedBytes();
    ledger = AirtimeLedger.inMemory(DEVICES);
  }

  /** One frame of one device; every other one is missed. */
  @Benchmark
  public AirtimeVerdict observe() throws IOException {
    long round = frames / DEVICES;
    AirtimeKey key = KEYS[(int) (frames++ % DEVICES)];
    return ledger.observe(
        key,
        868_100_000,
        LIMITS,
        new Transmission(round * 17_000_000, 50_000),
        OptionalLong.of(2 * round),
        16);
  }

  /** Says how much memory it took. */
  @TearDown(Level.Trial)
  public void report() {
    long used = usedBytes() - bytesBefore;
    System.out.printf(
        "%nledger: %d keys, %d frames each, %.1f MiB%n",
        ledger.keys(), frames / DEVICES, used / 1048576.0);
  }

  private static long usedBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
