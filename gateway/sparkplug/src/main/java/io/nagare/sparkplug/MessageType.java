package io.nagare.sparkplug;

/** A kind of Sparkplug B message, as it stands in the third level of its MQTT topic. */
public enum MessageType {
  /** Birth of an edge node: every metric it will ever send. */
  NBIRTH,
  /** Death of an edge node, published by the broker as its will or by the node before it leaves. */
  NDEATH,
  /** New values of the edge node's own metrics. */
  NDATA,
  /** A command to the edge node. */
  NCMD,
  /** Birth of a device behind an edge node. */
  DBIRTH,
  /** Death of a device. */
  DDEATH,
  /** New values of a device's metrics. */
  DDATA,
  /** A command to a device. */
  DCMD;

  /** Whether the message belongs to a device, so that its topic has a fifth level. */
  public boolean ofDevice() {
    return name().charAt(0) == 'D';
  }

  /** Whether the message goes from the host application to the edge node. */
  public boolean isCommand() {
    return this == NCMD || this == DCMD;
  }
}
