package io.nagare.edge.admission;

import io.nagare.edge.admission.Admission.Admitted;
import io.nagare.edge.admission.Admission.Refused;
import io.nagare.edge.reading.Channel;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.senml.SenmlRecord;
import io.nagare.edge.senml.SenmlUnits;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which values become readings: those that their device's profile knows, in its type.
 *
 * <p>Whether a value is plausible is not decided here: that is the quality tests' business, and
 * they keep the value.
 */
public final class AdmissionRules {
  /** A decimal number as recordings write it; Java's own parser takes "1d" and "0x1p3" too. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** How loggers write that they have no number, or one without bound. */
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "0", "no", "off");

  private AdmissionRules() {}

  /** Decides on a resolved SenML record, named {@code device/measurement}. */
  public static Admission admit(SenmlRecord record, DeviceRegistry devices) {
    int slash = record.name().lastIndexOf('/');
    if (slash <= 0 || slash == record.name().length() - 1) {
      return new Refused(
          Reason.WRONG_NAME,
          "the name \"" + record.name() + "\" is not of the form device/measurement");
    }
    String id = record.name().substring(0, slash);
    String name = record.name().substring(slash + 1);
    Optional<Device> device = devices.find(id);
    if (device.isEmpty()) {
      return new Refused(
          Reason.UNKNOWN_DEVICE, "device \"" + id + "\" is not enrolled at this gateway");
    }
    int index = device.get().channelNamed(name);
    if (index < 0) {
      return new Refused(
          Reason.UNKNOWN_MEASUREMENT,
          "profile "
              + device.get().profile()
              + " has no measurement \""
              + name
              + "\"; it has "
              + device.get().channels().stream()
                  .map(Channel::name)
                  .collect(Collectors.joining(", ")));
    }
    Channel channel = device.get().channels().get(index);
    if (record.unit().isPresent() && !SenmlUnits.matches(record.unit().get(), channel.unit())) {
      return new Refused(
          Reason.WRONG_UNIT,
          record.name()
              + " has the unit \""
              + record.unit().get()
              + "\"; the profile says \""
              + channel.unit()
              + "\"");
    }
    return valueOf(record.content(), channel)
        .<Admission>map(
            value -> new Admitted(new Reading(device.get(), index, record.timeMillis(), value)))
        .orElseGet(
            () ->
                new Refused(
                    Reason.WRONG_TYPE, record.name() + " must be " + wanted(channel, "SenML")));
  }

  /** Decides on a non-empty cell of a recording, whose device and channel the manifest says. */
  public static Admission admit(String cell, Device device, int index, long eventMillis) {
    Channel channel = device.channels().get(index);
    Optional<Value> value =
        switch (channel.type()) {
          case NUMBER -> numberOf(cell);
          case BOOLEAN -> truthOf(cell);
          case STRING -> Optional.of(Value.of(cell));
        };
    if (value.isPresent()) {
      return new Admitted(new Reading(device, index, eventMillis, value.get()));
    }
    return switch (channel.type()) {
      case NUMBER -> new Refused(Reason.NOT_A_NUMBER, "\"" + cell + "\" is no number");
      case BOOLEAN, STRING ->
          new Refused(Reason.WRONG_TYPE, "\"" + cell + "\" is not " + wanted(channel, "cell"));
    };
  }

  private static Optional<Value> valueOf(SenmlRecord.Content content, Channel channel) {
    return switch (channel.type()) {
      case NUMBER ->
          content instanceof SenmlRecord.NumberValue number
              ? Optional.of(Value.of(number.value()))
              : Optional.empty();
      case BOOLEAN ->
          content instanceof SenmlRecord.BooleanValue truth
              ? Optional.of(Value.of(truth.value()))
              : Optional.empty();
      case STRING ->
          content instanceof SenmlRecord.StringValue text
              ? Optional.of(Value.of(text.value()))
              : Optional.empty();
    };
  }

  private static Optional<Value> numberOf(String cell) {
    if (DECIMAL.matcher(cell).matches()) {
      return Optional.of(Value.of(Double.parseDouble(cell)));
    }
    return NOT_FINITE.matcher(cell).matches() ? Optional.of(Value.MISSING) : Optional.empty();
  }

  private static Optional<Value> truthOf(String cell) {
    String lower = cell.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower)) {
      return Optional.of(Value.of(true));
    }
    return FALSE.contains(lower) ? Optional.of(Value.of(false)) : Optional.empty();
  }

  private static String wanted(Channel channel, String where) {
    boolean senml = where.equals("SenML");
    return switch (channel.type()) {
      case NUMBER -> senml ? "a number (v)" : "a number";
      case BOOLEAN -> senml ? "true or false (vb)" : "true or false";
      case STRING -> senml ? "a text (vs)" : "a text";
    };
  }
}
