package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.airtime.BleAdvertisement;
import io.nagare.profiles.airtime.Ieee802154Frame;
import io.nagare.profiles.airtime.LoraFrame;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Computes how long a frame is on the air. */
@Command(
    name = "airtime",
    description = "Compute how long a frame is on the air.",
    subcommands = {
      AirtimeCommand.Lora.class,
      AirtimeCommand.Ble.class,
      AirtimeCommand.Zigbee.class
    })
final class AirtimeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a kind of radio: lora, ble, ieee802154");
  }

  private static void print(CommandSpec spec, boolean json, ObjectNode answer, long micros) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, answer);
    } else {
      out.println(micros / 1000 + "." + String.format("%03d", micros % 1000) + " ms");
    }
  }

  /** A LoRa frame. */
  @Command(name = "lora", description = "A LoRa frame.")
  static final class Lora implements Callable<Integer> {
    private static final Pattern CODING_RATE = Pattern.compile("4/([5-8])");

    @Option(names = "--sf", required = true, description = "Spreading factor, 7 to 12.")
    private int spreadingFactor;

    @Option(names = "--bw", required = true, paramLabel = "KHZ", description = "Bandwidth.")
    private double bandwidthKhz;

    @Option(
        names = "--cr",
        description = "Coding rate; default ${DEFAULT-VALUE}.",
        defaultValue = "4/5")
    private String codingRate = "4/5";

    @Option(names = "--bytes", required = true, description = "Bytes of the physical payload.")
    private int bytes;

    @Option(
        names = "--preamble",
        description = "Symbols; default ${DEFAULT-VALUE}.",
        defaultValue = "8")
    private int preamble = 8;

    @Option(names = "--implicit-header", description = "Without a header.")
    private boolean implicitHeader;

    @Option(names = "--no-crc", description = "Without a checksum.")
    private boolean noCrc;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Matcher rate = CODING_RATE.matcher(codingRate);
      if (!rate.matches()) {
        throw new ParameterException(
            spec.commandLine(), "--cr is " + codingRate + "; use 4/5, 4/6, 4/7 or 4/8");
      }
      LoraFrame frame = frame(Integer.parseInt(rate.group(1)) - 4);
      long micros = frame.airtimeMicros();
      ObjectNode answer = JsonOutput.object();
      answer.put("airtimeMicros", micros);
      answer.put("lowDataRateOptimisation", frame.lowDataRate());
      answer.put("largestBytesIn400ms", frame.largestPayload(400_000));
      answer.put("largestBytesIn4s", frame.largestPayload(4_000_000));
      print(spec, json, answer, micros);
      return ProfilesApp.OK;
    }

    private LoraFrame frame(int rate) {
      try {
        return new LoraFrame(
            spreadingFactor,
            Math.round(bandwidthKhz * 1e3),
            rate,
            bytes,
            preamble,
            !implicitHeader,
            !noCrc);
      } catch (IllegalArgumentException wrong) {
        throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
      }
    }
  }

  /** A BLE advertisement. */
  @Command(name = "ble", description = "A non-connectable BLE advertisement at 1 Mbit/s.")
  static final class Ble implements Callable<Integer> {
    @Option(names = "--bytes", required = true, description = "Advertising data, 0 to 31 bytes.")
    private int bytes;

    @Option(
        names = "--channels",
        description = "1 to 3; default ${DEFAULT-VALUE}.",
        defaultValue = "3")
    private int channels = 3;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try {
        BleAdvertisement advertisement = new BleAdvertisement(bytes, channels);
        ObjectNode answer = JsonOutput.object();
        answer.put("airtimeMicros", advertisement.airtimeMicros());
        answer.put("perChannelMicros", advertisement.perChannelMicros());
        print(spec, json, answer, advertisement.airtimeMicros());
      } catch (IllegalArgumentException wrong) {
        throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
      }
      return ProfilesApp.OK;
    }
  }

  /** An IEEE 802.15.4 frame. */
  @Command(name = "ieee802154", description = "An IEEE 802.15.4 frame at 2.4 GHz.")
  static final class Zigbee implements Callable<Integer> {
    @Option(names = "--bytes", required = true, description = "The frame with checksum, 0 to 127.")
    private int bytes;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try {
        Ieee802154Frame frame = new Ieee802154Frame(bytes);
        ObjectNode answer = JsonOutput.object();
        answer.put("airtimeMicros", frame.airtimeMicros());
        print(spec, json, answer, frame.airtimeMicros());
      } catch (IllegalArgumentException wrong) {
        throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
      }
      return ProfilesApp.OK;
    }
  }
}
