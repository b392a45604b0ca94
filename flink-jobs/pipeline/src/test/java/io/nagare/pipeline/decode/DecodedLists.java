package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.reading.DecodedReading;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that decoding gives. */
final class DecodedLists implements DecodeOutput {
  final List<DecodedReading> readings = new ArrayList<>();
  final List<Rejected> rejected = new ArrayList<>();
  final List<Repeated> repeated = new ArrayList<>();
  final List<SessionChange> sessions = new ArrayList<>();

  @Override
  public void reading(DecodedReading reading) {
    readings.add(reading);
  }

  @Override
  public void rejected(Rejected one) {
    rejected.add(one);
  }

  @Override
  public void repeated(Repeated one) {
    repeated.add(one);
  }

  @Override
  public void session(SessionChange change) {
    sessions.add(change);
  }
}
