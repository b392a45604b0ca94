package io.nagare.contracts.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency.
 *
 * @param amount with as many decimals as the currency has
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

  /** Rounds half up to the currency's decimals: yen have none. */
  public Money {
    amount =
        amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }

  /** An amount such as {@code of("120000", "JPY")}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** A percentage of it. */
  public Money percent(double percent) {
    return new Money(
        amount.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100)), currency);
  }

  /** The amount and the currency's code. */
  public String text() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
