package io.nagare.standalone.ledger;

/**
 * What became of the readings of one gateway, or of all of them.
 *
 * @param offered values that sources read
 * @param refused values that admission refused, with a reason
 * @param accepted readings that were made durable in the spool
 * @param tabled accepted readings that are in the table {@code readings}
 * @param rejected accepted readings that are in the table {@code rejected}
 * @param repeated accepted readings that are only in the table {@code repeated}
 * @param redelivered deliveries that were dropped because the reading had come before
 */
public record LedgerEntry(
    long offered,
    long refused,
    long accepted,
    long tabled,
    long rejected,
    long repeated,
    long redelivered) {
  /** Nothing at all. */
  public static final LedgerEntry NOTHING = new LedgerEntry(0, 0, 0, 0, 0, 0, 0);

  /** Accepted readings that are nowhere; negative if more came out than went in. */
  public long lost() {
    return accepted - tabled - rejected - repeated;
  }

  /** Whether every accepted reading is in exactly one place. */
  public boolean balanced() {
    return lost() == 0;
  }

  /** Both entries as one. */
  public LedgerEntry plus(LedgerEntry other) {
    return new LedgerEntry(
        offered + other.offered,
        refused + other.refused,
        accepted + other.accepted,
        tabled + other.tabled,
        rejected + other.rejected,
        repeated + other.repeated,
        redelivered + other.redelivered);
  }
}
