package io.nagare.edge.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.session.SessionRules.State;
import io.nagare.edge.session.SessionRules.Timer;
import io.nagare.sparkplug.HostState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
  private final RecordedSteps steps = new RecordedSteps();
  private SessionRules rules = rules(false);

  @Test
  void subscribesThenWaitsForTheHostThenIsBorn() {
    rules.start();
    rules.connected();
    rules.subscribed(0);
    assertThat(rules.state()).isEqualTo(State.WAITING_FOR_HOST);

    host(true, 100);

    assertThat(rules.state()).isEqualTo(State.ONLINE);
    assertThat(steps.done).containsExactly("connect", "subscribe", "birth");
  }

  @Test
  void isNotBornBeforeTheSubscriptionsAreGranted() {
    rules.start();
    rules.connected();
    host(true, 100);
    assertThat(steps.done).doesNotContain("birth");

    rules.subscribed(0);

    assertThat(steps.done).endsWith("birth");
  }

  @Test
  void waitsWhileTheHostIsOffline() {
    rules.start();
    rules.connected();
    rules.subscribed(0);
    host(false, 100);

    assertThat(rules.state()).isEqualTo(State.WAITING_FOR_HOST);
    assertThat(steps.done).containsExactly("connect", "subscribe");
  }

  @Test
  void diesAndLeavesWhenTheHostGoesOfflineAndComesBack() {
    goOnline();
    steps.done.clear();

    host(false, 100);

    assertThat(steps.done).containsExactly("death", "disconnect", "schedule RECONNECT 500");
    rules.due(Timer.RECONNECT, 0);
    assertThat(rules.state()).isEqualTo(State.CONNECTING);
  }

  @Test
  void ignoresAnOfflineThatIsOlderThanTheLastState() {
    goOnline();
    steps.done.clear();

    host(false, 99);

    assertThat(rules.state()).isEqualTo(State.ONLINE);
    assertThat(steps.done).isEmpty();
  }

  @Test
  void believesWhatANewConnectionSaysEvenIfTheHostsClockWasSetBack() {
    goOnline();
    rules.lost();
    rules.due(Timer.RECONNECT, 0);
    rules.connected();
    rules.subscribed(0);

    host(true, 7);

    assertThat(rules.state()).isEqualTo(State.ONLINE);
  }

  @Test
  void answersARebirthWithBirthsInTheSameSession() {
    goOnline();
    steps.done.clear();

    rules.rebirthAsked(5_000);

    assertThat(steps.done).containsExactly("rebirth");
  }

  @Test
  void answersManyRebirthsWithOne() {
    goOnline();
    steps.done.clear();

    rules.rebirthAsked(200);
    rules.rebirthAsked(300);
    rules.rebirthAsked(400);
    rules.due(Timer.REBIRTH, 1_000);
    rules.due(Timer.REBIRTH, 1_001);

    assertThat(steps.done).containsExactly("schedule REBIRTH 800", "rebirth");
  }

  @Test
  void isNotRebornWhileNobodyListens() {
    rules.start();
    rules.connected();
    rules.rebirthAsked(5_000);

    assertThat(steps.done).doesNotContain("rebirth");
  }

  @Test
  void forgetsARebirthThatWasAskedInAnEarlierSession() {
    goOnline();
    rules.rebirthAsked(200);
    rules.lost();
    rules.due(Timer.RECONNECT, 300);
    steps.done.clear();

    rules.due(Timer.REBIRTH, 1_000);

    assertThat(steps.done).isEmpty();
  }

  @Test
  void triesAgainLaterAndLater() {
    rules.start();
    for (int i = 0; i < 7; i++) {
      rules.lost();
      rules.due(Timer.RECONNECT, 0);
    }

    assertThat(steps.done.stream().filter(step -> step.startsWith("schedule")))
        .containsExactly(
            "schedule RECONNECT 500",
            "schedule RECONNECT 1000",
            "schedule RECONNECT 2000",
            "schedule RECONNECT 4000",
            "schedule RECONNECT 8000",
            "schedule RECONNECT 10000",
            "schedule RECONNECT 10000");
  }

  @Test
  void schedulesOneAttemptHoweverOftenTheLossIsTold() {
    rules.start();
    steps.done.clear();
    rules.lost();
    rules.lost();

    assertThat(steps.done).containsExactly("schedule RECONNECT 500");
  }

  @Test
  void walksToTheNextServerWhenTheHostIsNotOnThisOne() {
    rules = rules(true);
    rules.start();
    rules.connected();
    rules.subscribed(0);
    steps.done.clear();

    rules.due(Timer.WALK, 10_000);

    assertThat(steps.done).containsExactly("disconnect", "schedule RECONNECT 500");
  }

  @Test
  void staysOnAServerWhereTheHostIs() {
    rules = rules(true);
    goOnline();
    steps.done.clear();

    rules.due(Timer.WALK, 10_000);

    assertThat(steps.done).isEmpty();
  }

  @Test
  void publishesItsDeathBeforeItLeaves() {
    goOnline();
    steps.done.clear();

    rules.stop();
    rules.lost();
    rules.due(Timer.RECONNECT, 0);

    assertThat(steps.done).containsExactly("death", "disconnect");
    assertThat(rules.state()).isEqualTo(State.STOPPED);
  }

  @Test
  void leavesWithoutDeathWhenItWasNeverBorn() {
    rules.start();
    rules.connected();
    steps.done.clear();

    rules.stop();

    assertThat(steps.done).containsExactly("disconnect");
  }

  private void goOnline() {
    rules.start();
    rules.connected();
    rules.subscribed(0);
    host(true, 100);
    assertThat(rules.state()).isEqualTo(State.ONLINE);
  }

  private void host(boolean online, long timestamp) {
    rules.host(new HostState(online, timestamp), 0);
  }

  private SessionRules rules(boolean severalServers) {
    return new SessionRules(steps, new BackOff(() -> 1.0), severalServers);
  }

  /** Writes down what the rules have done. */
  private static final class RecordedSteps implements SessionSteps {
    private final List<String> done = new ArrayList<>();

    @Override
    public void connect() {
      done.add("connect");
    }

    @Override
    public void subscribe() {
      done.add("subscribe");
    }

    @Override
    public void birth() {
      done.add("birth");
    }

    @Override
    public void rebirth() {
      done.add("rebirth");
    }

    @Override
    public void death() {
      done.add("death");
    }

    @Override
    public void disconnect() {
      done.add("disconnect");
    }

    @Override
    public void schedule(Timer timer, Duration delay) {
      done.add("schedule " + timer + " " + delay.toMillis());
    }
  }
}
