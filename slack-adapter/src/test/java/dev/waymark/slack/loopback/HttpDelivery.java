package dev.waymark.slack.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the bot over HTTP: signed, and once more when it fails. Thread-safe. */
public final class HttpDelivery implements Transport {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final int MOST_RETRIES = 3;

  private final World world;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ConcurrentLinkedQueue<Delivery> failed = new ConcurrentLinkedQueue<>();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  // The bot compares with the system's time, whatever the test's clock says.
  private final Clock signing = Clock.systemUTC();

  HttpDelivery(World world, URI address) {
    this.world = world;
    this.address = address;
  }

  /** The statuses of all answers, in their order; 0 for none. */
  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  /**
   * Sends all failed events once more, as Slack does a minute and five minutes later. The first
   * retry comes at once by itself.
   */
  public void retry() {
    for (Delivery next = failed.poll(); next != null; next = failed.poll()) {
      send(next.retried());
    }
  }

  /**
   * Sends whatever it is told, signed as it is told.
   *
   * @return the answer's status
   */
  public int post(String contentType, String body, Instant signedAt, String secret) {
    try {
      return client
          .send(request(contentType, body, signedAt, secret, Map.of()), bodies())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Asks the bot whether it is there, as when its address is entered in Slack's settings. */
  void verify() {
    String challenge = world.newId("challenge-");
    String body =
        Json.object()
            .put("token", "verification-token")
            .put("challenge", challenge)
            .put("type", "url_verification")
            .toString();
    try {
      String secret = world.options().signingSecret();
      HttpResponse<String> answer =
          client.send(request(JSON, body, signing.instant(), secret, Map.of()), bodies());
      if (answer.statusCode() != 200 || !answer.body().contains(challenge)) {
        throw new AssertionError(
            "The address was not verified: %d %s".formatted(answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new AssertionError("Nobody listens at " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void send(Delivery delivery) {
    underWay.incrementAndGet();
    Thread.startVirtualThread(
        () -> {
          boolean again;
          try {
            again = attempt(delivery);
          } finally {
            underWay.decrementAndGet();
            world.signal().changed();
          }
          if (again) {
            send(delivery.retried());
          }
        });
  }

  /** Tries once, and says whether to try again at once. */
  private boolean attempt(Delivery delivery) {
    delivery.sending();
    boolean retryable = delivery.type() == Delivery.Type.EVENT;
    try {
      HttpResponse<String> answer = client.send(request(delivery), bodies());
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 200) {
        world.deliveries().acknowledge(delivery.id(), response(answer));
        return false;
      }
      retryable &= answer.headers().firstValue("X-Slack-No-Retry").isEmpty();
    } catch (IOException e) {
      statuses.add(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (retryable && delivery.attempt() == 0) {
      return true;
    }
    if (retryable && delivery.attempt() < MOST_RETRIES) {
      failed.add(delivery);
    }
    return false;
  }

  private HttpRequest request(Delivery delivery) {
    boolean event = delivery.type() == Delivery.Type.EVENT;
    String body =
        switch (delivery.type()) {
          case EVENT -> delivery.payload().toString();
          case INTERACTIVE -> form(Map.of("payload", delivery.payload().toString()));
          case COMMAND -> form(texts(delivery.payload()));
        };
    Map<String, String> retry =
        delivery.attempt() == 0
            ? Map.of()
            : Map.of(
                "X-Slack-Retry-Num",
                Integer.toString(delivery.attempt()),
                "X-Slack-Retry-Reason",
                "http_timeout");
    String secret = world.options().signingSecret();
    return request(event ? JSON : FORM, body, signing.instant(), secret, retry);
  }

  private HttpRequest request(
      String type, String body, Instant signedAt, String secret, Map<String, String> headers) {
    String timestamp = Long.toString(signedAt.getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", type)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature(timestamp, body, secret))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }

  private static String signature(String timestamp, String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String base = "v0:" + timestamp + ":" + body;
      byte[] digest = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> texts(JsonNode payload) {
    return payload.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse.BodyHandler<String> bodies() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private static JsonNode response(HttpResponse<String> answer) {
    if (answer.body().isEmpty()) {
      return Json.object();
    }
    try {
      boolean json = answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON);
      return json ? Json.parse(answer.body()) : Json.object().put("text", answer.body());
    } catch (JsonProcessingException e) {
      return Json.object().put("text", answer.body());
    }
  }

  @Override
  public boolean isWaiting() {
    return underWay.get() > 0;
  }

  void stop() {
    client.shutdownNow();
  }
}
