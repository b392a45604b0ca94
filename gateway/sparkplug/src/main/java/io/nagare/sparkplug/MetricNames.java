package io.nagare.sparkplug;

/**
 * The names of the metrics and properties that are not measurements.
 *
 * <p>All of them travel by name, never by alias: who joins in the middle can still read them.
 */
public final class MetricNames {
  /** Int64 in NBIRTH and NDEATH: which connection of the edge node this is, 0 to 255. */
  public static final String BD_SEQ = "bdSeq";

  /** Boolean in NBIRTH and NCMD: true asks the edge node for all its births. */
  public static final String REBIRTH = "Node Control/Rebirth";

  /** Int64: which life of the spool the offsets count in; UTC milliseconds of its creation. */
  public static final String SPOOL_EPOCH = "Spool/Epoch";

  /** Int64 in DDATA: the offset of the message's first reading. */
  public static final String SPOOL_OFFSET = "Spool/Offset";

  /**
   * Bytes in DDATA: an unsigned LEB128 number for each further reading, its offset less that of the
   * reading before it. Left out when every one is 1.
   */
  public static final String SPOOL_STEPS = "Spool/Steps";

  /**
   * Int64: every offset below it is acknowledged. In NBIRTH it is what the edge node knows, in NCMD
   * what the host application has made durable.
   */
  public static final String SPOOL_COMMITTED = "Spool/Committed";

  /** Boolean in NBIRTH: whether the gateway's clock was synchronised. */
  public static final String CLOCK_SYNCHRONIZED = "Clock/Synchronized";

  /** String in DBIRTH: the device's profile with its version, {@code id@version}. */
  public static final String DEVICE_PROFILE = "Device/Profile";

  /** String in DBIRTH: what kind of thing the device reports on. */
  public static final String DEVICE_KIND = "Device/Kind";

  /** String in DBIRTH: the name that people use. */
  public static final String DEVICE_NAME = "Device/Name";

  /** String in DBIRTH: the area of the site where the device is. */
  public static final String DEVICE_AREA = "Device/Area";

  /** String in DBIRTH: the asset (machine, car park) that the device reports on. */
  public static final String DEVICE_ASSET = "Device/Asset";

  /** Int64 in DBIRTH: how many places the asset has. */
  public static final String DEVICE_CAPACITY = "Device/Capacity";

  /** Int32 property of a metric: Sparkplug's quality code, 0, 192 or 500. */
  public static final String PROPERTY_QUALITY = "Quality";

  /** String property of a metric: the code that the source itself gave, verbatim. */
  public static final String PROPERTY_SOURCE_CODE = "SourceCode";

  private static final String SPOOL = "Spool/";

  private MetricNames() {}

  /** Whether a metric of this name belongs to the spool's bookkeeping. */
  public static boolean isSpool(String name) {
    return name.startsWith(SPOOL);
  }

  /** Whether a device's metric of this name is a measurement: bookkeeping names have a slash. */
  public static boolean isMeasurement(String name) {
    return !name.isEmpty() && name.indexOf('/') < 0 && !name.equals(BD_SEQ);
  }
}
