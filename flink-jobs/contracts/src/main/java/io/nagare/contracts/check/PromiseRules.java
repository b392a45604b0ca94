package io.nagare.contracts.check;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.sla.Indicator;
import io.nagare.contracts.sla.Objective;
import io.nagare.contracts.sla.Promise;
import io.nagare.contracts.sla.Remedy.Credit;
import io.nagare.profiles.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a promise can be kept at all, and agrees with the recipe and with itself. */
final class PromiseRules {
  private final String file;
  private final DatasetContract contract;
  private final Promise promise;
  private final List<Problem> problems = new ArrayList<>();

  PromiseRules(String file, DatasetContract contract) {
    this.file = file;
    this.contract = contract;
    this.promise = contract.promise();
  }

  List<Problem> problems() {
    if (promise.objectives().isEmpty()) {
      return problems;
    }
    if (promise.responsible().isEmpty()) {
      problem(
          "sla.responsible",
          "missing",
          "say in en and ja who answers when the data cannot be delivered");
    }
    deadlines();
    windows();
    attainable();
    remedy();
    return problems;
  }

  private void deadlines() {
    if (promise.deadline().compareTo(promise.lateness()) > 0) {
      problem(
          "sla.deadline",
          promise.deadline().toString(),
          "at most the lateness limit " + promise.lateness());
    }
    Optional<Duration> lateness = recipe("lateness");
    if (lateness.filter(limit -> !limit.equals(promise.lateness())).isPresent()) {
      problem(
          "sla.lateness",
          promise.lateness().toString(),
          "the recipe revises rows for " + lateness.get() + "; say the same");
    }
    Optional<Duration> least = promise.objective(Indicator.RETENTION).flatMap(Objective::threshold);
    if (least.filter(kept -> kept.compareTo(promise.lateness()) < 0).isPresent()) {
      problem(
          "slaProperties.retention",
          least.get().toString(),
          "at least the lateness limit " + promise.lateness() + ", or verdicts lose their proof");
    }
  }

  private void windows() {
    if (Duration.ofDays(1).toMillis() % promise.window().toMillis() != 0) {
      problem("sla.window", promise.window().toString(), "windows divide a day, such as PT1H");
    }
    Optional<Duration> slot = promise.slotPeriod();
    if (slot.filter(period -> promise.window().toMillis() % period.toMillis() != 0).isPresent()) {
      problem("sla.slot", slot.get().toString(), "slots divide the window " + promise.window());
    }
    Optional<Duration> rows = promise.objective(Indicator.FREQUENCY).flatMap(Objective::threshold);
    Optional<Duration> window = recipe("window");
    if (rows.isPresent() && window.isPresent() && !rows.equals(window)) {
      problem(
          "slaProperties.frequency",
          rows.get().toString(),
          "the recipe makes a row every " + window.get() + "; promise the same");
    }
  }

  private void attainable() {
    Duration wait = recipe("wait").orElse(Duration.ZERO);
    Duration window = recipe("window").orElse(Duration.ZERO);
    if (promise.deadline().compareTo(wait) < 0) {
      problem(
          "sla.deadline",
          promise.deadline().toString(),
          "the recipe waits " + wait + " before it makes a row; promise no less");
    }
    under(Indicator.LATENCY, wait, "the recipe waits " + wait);
    under(Indicator.FRESHNESS, wait.plus(window), "a row is " + window + " long and waits " + wait);
  }

  private void under(Indicator indicator, Duration least, String reason) {
    for (Objective objective : promise.objectives()) {
      if (objective.measures(indicator)
          && objective.threshold().filter(value -> value.compareTo(least) < 0).isPresent()) {
        problem(
            "slaProperties." + objective.id(),
            objective.threshold().get().toString(),
            "it can never be kept: " + reason);
      }
    }
  }

  private void remedy() {
    for (Credit one : promise.remedy().credits()) {
      if (one.creditPercent() > promise.remedy().capPercent()) {
        problem(
            "sla.remedy.credits",
            one.creditPercent() + " % for " + one.objective(),
            "at most the cap of " + promise.remedy().capPercent() + " %");
      }
      for (Credit other : promise.remedy().credits()) {
        if (one.objective().equals(other.objective())
            && one.belowPercent() < other.belowPercent()
            && one.creditPercent() < other.creditPercent()) {
          problem(
              "sla.remedy.credits",
              one.creditPercent() + " % below " + one.belowPercent() + " %",
              "worse months give back more, and above it " + other.creditPercent() + " % is given");
        }
      }
    }
  }

  private Optional<Duration> recipe(String parameter) {
    try {
      return Optional.ofNullable(contract.recipe().parameters().get(parameter))
          .map(Duration::parse);
    } catch (DateTimeParseException notDuration) {
      // The recipe's own rules have noted it.
      return Optional.empty();
    }
  }

  private void problem(String path, String found, String remedy) {
    problems.add(new Problem(file, path, found, remedy));
  }
}
