package io.nagare.profiles;

import java.util.List;

/**
 * Who made a device and how it is recognised.
 *
 * @param manufacturer the maker's name
 * @param model the maker's name of the model
 * @param hardware the hardware revisions that the profile speaks of; empty when there is one only
 * @param recognition what tells a device of this model from others
 */
public record Identity(
    String manufacturer, String model, List<String> hardware, Recognition recognition) {

  /** Keeps a copy of the revisions. */
  public Identity {
    hardware = List.copyOf(hardware);
  }
}
