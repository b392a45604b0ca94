package io.nagare.standalone.settings;

/** The exit codes of every command; a public contract, see {@code docs/reference/settings.md}. */
public final class ExitCodes {
  /** Done, and with {@code --until-drained}: the ledger balances and nothing is lost. */
  public static final int OK = 0;

  /** A part failed for good, or the ledger does not balance. */
  public static final int FAILURE = 1;

  /** An option, a manifest, a profile or a query is wrong. */
  public static final int BAD_INPUT = 2;

  /** A port, the data folder's lock or the disk of this machine cannot be had. */
  public static final int MACHINE = 3;

  private ExitCodes() {}
}
