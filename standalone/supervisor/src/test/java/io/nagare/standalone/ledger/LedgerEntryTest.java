package io.nagare.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  @Test
  void aReadingThatIsNowhereIsLost() {
    LedgerEntry entry = new LedgerEntry(12, 2, 10, 6, 2, 1, 5);

    assertThat(entry.lost()).isEqualTo(1);
    assertThat(entry.balanced()).isFalse();
  }

  @Property
  void balancesExactlyWhenEveryAcceptedReadingIsInOnePlace(
      @ForAll @LongRange(max = 1_000_000) long tabled,
      @ForAll @LongRange(max = 1_000_000) long rejected,
      @ForAll @LongRange(max = 1_000_000) long repeated,
      @ForAll @LongRange(min = -1000, max = 1000) long astray) {
    long accepted = tabled + rejected + repeated + astray;

    LedgerEntry entry = new LedgerEntry(accepted, 0, accepted, tabled, rejected, repeated, 0);

    assertThat(entry.lost()).isEqualTo(astray);
    assertThat(entry.balanced()).isEqualTo(astray == 0);
  }

  @Property
  void theLossesOfASumAreTheSumOfTheLosses(
      @ForAll @LongRange(max = 1_000_000) long acceptedHere,
      @ForAll @LongRange(max = 1_000_000) long tabledHere,
      @ForAll @LongRange(max = 1_000_000) long acceptedThere,
      @ForAll @LongRange(max = 1_000_000) long tabledThere) {
    LedgerEntry here = new LedgerEntry(acceptedHere, 0, acceptedHere, tabledHere, 0, 0, 0);
    LedgerEntry there = new LedgerEntry(acceptedThere, 0, acceptedThere, tabledThere, 0, 0, 0);

    assertThat(here.plus(there).lost()).isEqualTo(here.lost() + there.lost());
  }
}
