package io.nagare.contracts.privacy;

import java.util.Optional;

/**
 * Places in cells of Japan's grid square code (JIS X 0410).
 *
 * @param level 1 (about 80 km), 2 (10 km) or 3 (1 km)
 */
public record MeshGrid(int level) {

  /** Refuses levels that do not exist. */
  public MeshGrid {
    if (level < 1 || level > 3) {
      throw new IllegalArgumentException("mesh level " + level + "; use 1, 2 or 3");
    }
  }

  /**
   * The code of the cell that a place is in.
   *
   * @param latitude degrees north, 20 to 46
   * @param longitude degrees east, 122 to 154
   * @return empty outside those limits, where the code is not defined
   */
  public Optional<String> cell(double latitude, double longitude) {
    if (!(latitude >= 20 && latitude < 46 && longitude >= 122 && longitude < 154)) {
      return Optional.empty();
    }
    // In units of level 3: 30″ of latitude, 45″ of longitude.
    long north = (long) Math.floor(latitude * 120);
    long east = (long) Math.floor((longitude - 100) * 80);
    String code = String.format("%02d%02d", north / 80, east / 80);
    if (level >= 2) {
      code += String.valueOf(north / 10 % 8) + east / 10 % 8;
    }
    if (level >= 3) {
      code += String.valueOf(north % 10) + east % 10;
    }
    return Optional.of(code);
  }
}
