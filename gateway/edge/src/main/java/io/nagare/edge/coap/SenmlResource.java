package io.nagare.edge.coap;

import java.nio.charset.StandardCharsets;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** The CoAP resource {@code /senml}: POST a pack, be told what became of it. */
final class SenmlResource extends CoapResource {
  /** Seconds after which a pack that found no room may be sent again. */
  static final long RETRY_SECONDS = 10;

  /** A diagnostic payload is one short line: it must fit a datagram (RFC 7252, section 5.5.2). */
  private static final int MAX_DIAGNOSTIC_BYTES = 480;

  private final CoapSource source;

  SenmlResource(CoapSource source) {
    super("senml");
    this.source = source;
    getAttributes().setTitle("Readings as SenML");
    getAttributes().addResourceType("nagare.senml");
    getAttributes().addContentType(110);
    getAttributes().addContentType(112);
  }

  /** Answers when the disk has the pack; the protocol's threads do not wait for it. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // an answer never fails
  public void handlePOST(CoapExchange exchange) {
    byte[] payload = exchange.getRequestPayload();
    source
        .take(
            exchange.getRequestOptions().getContentFormat(),
            payload == null ? new byte[0] : payload,
            String.valueOf(exchange.getSourceSocketAddress()))
        .thenAccept(answer -> exchange.respond(response(answer)));
  }

  private static Response response(Answer answer) {
    Response response =
        new Response(
            switch (answer.kind()) {
              case CHANGED -> ResponseCode.CHANGED;
              case BAD -> ResponseCode.BAD_REQUEST;
              case FORBIDDEN -> ResponseCode.FORBIDDEN;
              case TOO_LARGE -> ResponseCode.REQUEST_ENTITY_TOO_LARGE;
              case UNSUPPORTED_FORMAT -> ResponseCode.UNSUPPORTED_CONTENT_FORMAT;
              case UNAVAILABLE -> ResponseCode.SERVICE_UNAVAILABLE;
            });
    if (answer.kind() == Answer.Kind.UNAVAILABLE) {
      response.getOptions().setMaxAge(RETRY_SECONDS);
    }
    if (!answer.text().isEmpty()) {
      response.setPayload(diagnostic(answer.text()));
    }
    return response;
  }

  private static String diagnostic(String text) {
    String line = text;
    while (line.getBytes(StandardCharsets.UTF_8).length > MAX_DIAGNOSTIC_BYTES) {
      line = line.substring(0, line.length() - Math.max(1, line.length() / 8));
    }
    return line;
  }
}
