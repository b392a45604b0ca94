package io.nagare.pipeline.reading;

/**
 * What a device said of itself at its birth; an empty text stands for what it did not say.
 *
 * @param device its id
 * @param profile {@code id@version} of its profile
 * @param kind of thing it reports on, such as {@code equipment}
 * @param name that people use
 * @param area of the site where it is
 * @param asset that it reports on
 * @param capacity how many places the asset has; {@link #NO_CAPACITY} when it did not say
 */
public record Placement(
    String device,
    String profile,
    String kind,
    String name,
    String area,
    String asset,
    long capacity) {
  /** The capacity of a device that has none. */
  public static final long NO_CAPACITY = -1;

  /** Fills in what state of an older version may lack. */
  public Placement {
    profile = orEmpty(profile);
    kind = orEmpty(kind);
    name = orEmpty(name);
    area = orEmpty(area);
    asset = orEmpty(asset);
  }

  /** Whether the device said how many places there are. */
  public boolean hasCapacity() {
    return capacity >= 0;
  }

  @SuppressWarnings("ConstantConditions") // restored state may hold null where records may not
  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
