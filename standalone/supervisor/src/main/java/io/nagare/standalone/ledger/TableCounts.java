package io.nagare.standalone.ledger;

import java.util.Map;

/**
 * What the tables hold.
 *
 * @param records distinct records by gateway and spool epoch
 * @param rows rows by table, as a query would count them
 */
public record TableCounts(Map<Spool, Records> records, Map<String, Long> rows) {

  /** Counts whose maps cannot change. */
  public TableCounts {
    records = Map.copyOf(records);
    rows = Map.copyOf(rows);
  }

  /** One spool of one gateway; a spool that was made anew has another epoch. */
  public record Spool(String gateway, long epoch) {}

  /**
   * Distinct records of one spool by the table they are in.
   *
   * @param tabled in {@code readings}
   * @param rejected in {@code rejected}, those left out that are rejected for one dataset only
   * @param repeated in {@code repeated} and in neither of the others
   * @param redelivered rows of {@code repeated}
   */
  public record Records(long tabled, long rejected, long repeated, long redelivered) {
    static final Records NONE = new Records(0, 0, 0, 0);
  }

  /** The ledger's entry of a gateway. */
  public LedgerEntry entryOf(GatewayCounts gateway) {
    Records held =
        records.getOrDefault(new Spool(gateway.gateway(), gateway.epoch()), Records.NONE);
    return new LedgerEntry(
        gateway.offered(),
        gateway.refused(),
        gateway.next(),
        held.tabled(),
        held.rejected(),
        held.repeated(),
        held.redelivered());
  }
}
