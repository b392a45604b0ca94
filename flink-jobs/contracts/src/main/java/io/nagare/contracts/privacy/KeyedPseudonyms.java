package io.nagare.contracts.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for identifiers that are the same within a period and unlinkable across periods.
 *
 * <p>HMAC-SHA-256 (RFC 2104) under a random key of the period, cut to 128 bits. The key is
 * destroyed with its period; nobody can then tell which identifier had which name, not even by
 * trying all of them, which is what a bare hash of a MAC address allows.
 */
public final class KeyedPseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 16;

  private final Duration rotation;
  private final Duration grace;
  private final Supplier<byte[]> randomKeys;
  private final TreeMap<Long, byte[]> keys = new TreeMap<>();
  private long destroyedBefore = Long.MIN_VALUE;

  /**
   * Pseudonyms whose keys live for one period and a grace for what comes late.
   *
   * @param rotation length of a period; periods start at multiples of it since 1970-01-01T00:00Z
   * @param grace how long after a period its key is kept
   * @param randomKeys gives 32 bytes from a cryptographic generator each time
   */
  public KeyedPseudonyms(Duration rotation, Duration grace, Supplier<byte[]> randomKeys) {
    if (rotation.toMillis() < 1 || grace.isNegative()) {
      throw new IllegalArgumentException("rotation " + rotation + ", grace " + grace);
    }
    this.rotation = rotation;
    this.grace = grace;
    this.randomKeys = randomKeys;
  }

  /**
   * The name of an identifier.
   *
   * @param scope where the name is used; the same identifier has another name in another scope
   * @param at when it was seen
   * @param now decides which keys are gone
   * @return empty when the key of that time is destroyed, or the time is not this or a past period
   */
  public Optional<String> name(String scope, String identifier, Instant at, Instant now) {
    destroyExpired(now);
    long period = period(at);
    if (period < destroyedBefore || period > period(now)) {
      return Optional.empty();
    }
    byte[] key = keys.computeIfAbsent(period, unused -> freshKey());
    return Optional.of(mac(key, scope, identifier));
  }

  /** Overwrites and forgets the keys of periods whose grace has passed; returns how many. */
  public int destroyExpired(Instant now) {
    destroyedBefore = Math.max(destroyedBefore, period(now.minus(grace)));
    Map<Long, byte[]> expired = keys.headMap(destroyedBefore);
    int count = expired.size();
    expired.values().forEach(key -> Arrays.fill(key, (byte) 0));
    expired.clear();
    return count;
  }

  private long period(Instant moment) {
    return Math.floorDiv(moment.toEpochMilli(), rotation.toMillis());
  }

  private byte[] freshKey() {
    byte[] key = randomKeys.get();
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException("key of " + key.length + " bytes; " + KEY_BYTES + " needed");
    }
    return key.clone();
  }

  private static String mac(byte[] key, String scope, String identifier) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] scopeBytes = scope.getBytes(StandardCharsets.UTF_8);
      // The length first: ("ab", "c") and ("a", "bc") are different names.
      mac.update(Integer.toString(scopeBytes.length).getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) ':');
      mac.update(scopeBytes);
      byte[] full = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(full, 0, NAME_BYTES);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
