package io.nagare.pipeline.quality;

import io.nagare.profiles.Measurement;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of every measurement of every known profile, in a form that travels with the job.
 */
public final class QualityParameters implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Profile reference → measurement → parameters. */
  private final HashMap<String, HashMap<String, MeasurementTests>> tests = new HashMap<>();

  private QualityParameters() {}

  /** The parameters that the profiles give. */
  public static QualityParameters of(ProfileLibrary profiles) {
    QualityParameters parameters = new QualityParameters();
    for (Profile profile : profiles.all()) {
      HashMap<String, MeasurementTests> measurements = new HashMap<>();
      for (Measurement measurement : profile.measurements()) {
        measurements.put(measurement.name(), MeasurementTests.of(measurement));
      }
      parameters.tests.put(profile.reference(), measurements);
    }
    return parameters;
  }

  /**
   * The parameters of one measurement.
   *
   * @param profile {@code id@version}
   * @return empty if the profile is not known or does not have the measurement
   */
  public Optional<MeasurementTests> find(String profile, String measurement) {
    Map<String, MeasurementTests> measurements = tests.get(profile);
    return measurements == null
        ? Optional.empty()
        : Optional.ofNullable(measurements.get(measurement));
  }
}
