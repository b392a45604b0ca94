package io.nagare.edge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private final SendWindow window = new SendWindow(1_000, Duration.ofSeconds(5));

  @Test
  void isFullUntilAReceiptMakesRoom() {
    window.sent(10, 600, 0);
    assertThat(window.hasRoom()).isTrue();
    window.sent(20, 600, 0);
    assertThat(window.hasRoom()).isFalse();

    window.acknowledged(9, 0);
    assertThat(window.hasRoom()).isFalse();
    window.acknowledged(10, 0);
    assertThat(window.hasRoom()).isTrue();
    assertThat(window.isEmpty()).isFalse();
    window.acknowledged(20, 0);
    assertThat(window.isEmpty()).isTrue();
  }

  @Test
  void isOverdueWhenNoReceiptComes() {
    assertThat(window.isOverdue(60_000)).isFalse();
    window.sent(10, 100, 60_000);

    assertThat(window.isOverdue(64_999)).isFalse();
    assertThat(window.isOverdue(65_000)).isTrue();
  }

  @Test
  void isNotOverdueWhileReceiptsMakeProgress() {
    window.sent(10, 100, 0);
    window.sent(20, 100, 0);
    window.acknowledged(5, 4_000);

    assertThat(window.isOverdue(8_999)).isFalse();
    assertThat(window.isOverdue(9_000)).isTrue();
  }

  @Test
  void waitsLongerEachTimeThatNothingComesBack() {
    window.sent(10, 100, 0);
    window.resend();
    window.sent(10, 100, 5_000);

    assertThat(window.isOverdue(14_999)).isFalse();
    assertThat(window.isOverdue(15_000)).isTrue();

    window.acknowledged(10, 15_000);
    window.sent(20, 100, 20_000);
    assertThat(window.isOverdue(25_000)).isTrue();
  }
}
