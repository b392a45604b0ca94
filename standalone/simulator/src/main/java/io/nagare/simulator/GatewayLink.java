package io.nagare.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the reports of one gateway's devices: CoAP CON, one answer awaited per device, sent again
 * until the gateway takes or refuses them.
 */
final class GatewayLink {
  private static final Logger log = LoggerFactory.getLogger(GatewayLink.class);

  /** Devices that post at once, as they do at a real gateway. */
  private static final int AT_ONCE = 8;

  /** At two seconds a report, a machine bridges ten minutes. */
  private static final int KEPT_PER_DEVICE = 300;

  private static final Duration RETRY = Duration.ofMillis(250);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final String SENML = "senml";

  private final String name;
  private final AddressEndpointContext address;
  private final Endpoint endpoint;
  private final ScheduledExecutorService timer;
  private final Outbox outbox = new Outbox(KEPT_PER_DEVICE);
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private boolean answering;
  private boolean pausing;

  /** A link to the gateway at this address; sends through the endpoint, waits with the timer. */
  GatewayLink(
      String name, InetSocketAddress address, Endpoint endpoint, ScheduledExecutorService timer) {
    this.name = name;
    this.address = new AddressEndpointContext(address);
    this.endpoint = endpoint;
    this.timer = timer;
  }

  /** Sends a report as soon as its device's earlier ones are answered. */
  void post(Report report) {
    synchronized (this) {
      outbox.add(report);
    }
    pump();
  }

  /** What became of a device's reports. */
  Tally tally(String device) {
    return tallies.computeIfAbsent(device, id -> Tally.zero());
  }

  /** How many reports are not answered yet. */
  synchronized int pending() {
    return outbox.waiting() + outbox.onTheWay();
  }

  private void pump() {
    for (Optional<Report> next = takeNext(); next.isPresent(); next = takeNext()) {
      send(next.get());
    }
  }

  /** While the gateway has not answered, one report asks whether it is there; the others wait. */
  private synchronized Optional<Report> takeNext() {
    boolean full = outbox.onTheWay() >= (answering ? AT_ONCE : 1);
    return pausing || full ? Optional.empty() : outbox.take();
  }

  private void send(Report report) {
    Request request = Request.newPost();
    request.setDestinationContext(address);
    request.getOptions().addUriPath(SENML);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_SENML_JSON);
    request.setPayload(SenMlPack.json(report));
    // The gateway may promise an answer with an empty ACK and then crash.
    ScheduledFuture<?> watchdog =
        timer.schedule(request::cancel, LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    request.addMessageObserver(new Answer(report, watchdog));
    endpoint.sendRequest(request);
  }

  private void answered(Report report, Response response) {
    Tally tally = tally(report.device());
    if (response.isSuccess()) {
      settle(report);
      tally.lastAcceptedAt().set(report.timeMillis());
      tally.accepted().incrementAndGet();
    } else if (response.getCode() == CoAP.ResponseCode.SERVICE_UNAVAILABLE) {
      retry(
          report,
          response.getOptions().hasMaxAge()
              ? Duration.ofSeconds(response.getOptions().getMaxAge())
              : RETRY);
      return;
    } else {
      settle(report);
      if (tally.refused().getAndIncrement() == 0) {
        log.warn(
            "{} refused a report of {}: {} {}",
            name,
            report.device(),
            response.getCode(),
            response.getPayloadString());
      }
    }
    pump();
  }

  private synchronized void settle(Report report) {
    if (!answering) {
      log.info("{} answers", name);
    }
    answering = true;
    outbox.done(report);
  }

  private void retry(Report report, Duration wanted) {
    Duration wait = wanted.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wanted;
    synchronized (this) {
      outbox.again(report);
      if (answering) {
        log.info("{} does not take reports; trying again", name);
      }
      answering = false;
      if (pausing) {
        return;
      }
      pausing = true;
    }
    var ignored =
        timer.schedule(
            () -> {
              synchronized (this) {
                pausing = false;
              }
              pump();
            },
            wait.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private final class Answer extends MessageObserverAdapter {
    private final Report report;
    private final ScheduledFuture<?> watchdog;
    private final AtomicBoolean over = new AtomicBoolean();

    private Answer(Report report, ScheduledFuture<?> watchdog) {
      this.report = report;
      this.watchdog = watchdog;
    }

    @Override
    public void onResponse(Response response) {
      if (over.compareAndSet(false, true)) {
        watchdog.cancel(false);
        answered(report, response);
      }
    }

    @Override
    protected void failed() {
      if (over.compareAndSet(false, true)) {
        watchdog.cancel(false);
        retry(report, RETRY);
      }
    }
  }
}
