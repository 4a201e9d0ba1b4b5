package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.http.Content;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.testing.ManualTime;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CrewTest {
  private static final int WORKERS = 2;

  @Test
  void nobody_is_hired_in_vain_while_the_last_pieces_are_under_way() {
    AtomicInteger hired = new AtomicInteger();
    AtomicInteger pieces = new AtomicInteger(WORKERS);
    CountDownLatch companionEnded = new CountDownLatch(1);
    Pace pace = new Pace(WORKERS, new ManualTime(Instant.EPOCH));
    Crew crew =
        new Crew(
            () -> {
              hired.incrementAndGet();
              return idle();
            },
            pace);

    crew.carry(
        () -> pieces.getAndDecrement() > 0 ? "piece" : null,
        (piece, connection, carrier) -> {
          companionEnded.await();
          for (int i = 0; i < 1_000_000 && hired.get() <= WORKERS; i++) {
            Thread.onSpinWait(); // whoever would be hired now has every opportunity
          }
          return 1;
        },
        companionEnded::countDown);

    assertThat(hired).hasValue(WORKERS);
  }

  private static BulkConnection idle() {
    return new BulkConnection() {
      @Override
      public Answer send(Request request, Content content) {
        throw new IllegalStateException("nothing is sent");
      }

      @Override
      public <T> T receive(Request request, Receiver<T> receiver) {
        throw new IllegalStateException("nothing is received");
      }

      @Override
      public void close() {
        // there is nothing to close
      }
    };
  }
}
