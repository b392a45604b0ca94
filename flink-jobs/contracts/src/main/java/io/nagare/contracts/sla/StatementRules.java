package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the monthly statement of a dataset from its verdicts. */
public final class StatementRules {
  private static final Comparator<Verdict> NEWEST =
      Comparator.comparing(Verdict::revision).thenComparing(Verdict::asOf);

  private final String dataset;
  private final String version;
  private final Promise promise;

  /** Statements of a contract. */
  public StatementRules(String dataset, String version, Promise promise) {
    this.dataset = dataset;
    this.version = version;
    this.promise = promise;
  }

  /**
   * The statement of a month.
   *
   * @param verdicts of the dataset, all revisions, in any order; others and other months are left
   *     out
   * @param registered maintenance beyond what the contract names
   * @param fee of the month, where the consumer pays one
   */
  public Statement statement(
      String consumer,
      YearMonth month,
      ZoneId zone,
      Instant asOf,
      Collection<Verdict> verdicts,
      List<MaintenanceWindow> registered,
      Optional<Money> fee) {
    Interval span =
        new Interval(
            month.atDay(1).atStartOfDay(zone).toInstant(),
            month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    List<Verdict> newest = newest(verdicts, span, asOf);
    List<Statement.Line> lines =
        promise.objectives().stream().map(objective -> line(objective, newest)).toList();
    double percent =
        Math.min(
            promise.remedy().capPercent(),
            lines.stream().mapToDouble(Statement.Line::creditPercent).sum());
    List<MaintenanceWindow> excused =
        promise.excused(registered).stream()
            .filter(window -> window.interval().overlaps(span))
            .toList();
    return new Statement(
        dataset,
        version,
        consumer,
        month,
        zone,
        asOf,
        !asOf.isBefore(span.end().plus(promise.lateness()))
            && newest.stream().noneMatch(verdict -> verdict.state() == Verdict.State.PROVISIONAL),
        lines,
        excused,
        tooLate(registered, excused, span),
        percent,
        fee,
        fee.map(paid -> paid.percent(percent)));
  }

  private Statement.Line line(Objective objective, List<Verdict> newest) {
    List<Verdict> own =
        newest.stream().filter(verdict -> verdict.objective().equals(objective.id())).toList();
    Score timely = own.stream().map(Verdict::timelyScore).reduce(Score.NOTHING, Score::plus);
    Score withLate = own.stream().map(Verdict::score).reduce(Score.NOTHING, Score::plus);
    Duration measured =
        own.stream()
            .map(verdict -> verdict.window().length())
            .reduce(Duration.ZERO, Duration::plus);
    return new Statement.Line(
        objective,
        outcome(objective, own, timely),
        timely,
        withLate,
        own.stream().flatMap(verdict -> verdict.breachSince().stream()).sorted().toList(),
        measured,
        promise.remedy().percentFor(objective.id(), timely));
  }

  private static Statement.Outcome outcome(
      Objective objective, List<Verdict> verdicts, Score timely) {
    if (objective.indicator().isEmpty() || verdicts.isEmpty()) {
      return Statement.Outcome.UNMEASURED;
    }
    if (timely.total() == 0) {
      return Statement.Outcome.NOTHING_DUE;
    }
    return objective.keptBy(timely) ? Statement.Outcome.KEPT : Statement.Outcome.MISSED;
  }

  /** The newest verdict of each objective and window of the month that was known by then. */
  private List<Verdict> newest(Collection<Verdict> verdicts, Interval span, Instant asOf) {
    record Place(String objective, Instant start) {}
    Map<Place, Verdict> newest =
        new TreeMap<>(Comparator.comparing(Place::objective).thenComparing(Place::start));
    for (Verdict verdict : verdicts) {
      if (verdict.dataset().equals(dataset)
          && span.contains(verdict.window().start())
          && !verdict.asOf().isAfter(asOf)) {
        newest.merge(
            new Place(verdict.objective(), verdict.window().start()),
            verdict,
            (one, other) -> NEWEST.compare(one, other) >= 0 ? one : other);
      }
    }
    return List.copyOf(newest.values());
  }

  private List<MaintenanceWindow> tooLate(
      List<MaintenanceWindow> registered, List<MaintenanceWindow> excused, Interval span) {
    List<MaintenanceWindow> all = new ArrayList<>(promise.maintenance());
    all.addAll(registered);
    return all.stream()
        .filter(window -> window.interval().overlaps(span) && !excused.contains(window))
        .distinct()
        .toList();
  }
}
