package dev.waymark.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what is posted to one path, each request on a virtual thread. Whoever may post is the
 * handler's to decide. Thread-safe.
 */
public final class HttpEntrance implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpEntrance.class);
  private static final int LARGEST = 1_000_000;
  // By itself it refuses connections when 50 come at once.
  private static final int WAITING = 1_000;
  private static final Answer BAD_REQUEST = new Answer(400, "text/plain", "");
  private static final Answer TOO_LARGE = new Answer(413, "text/plain", "");
  private static final Answer ONLY_POST = new Answer(405, "text/plain", "");

  /**
   * Something that was posted.
   *
   * @param headers by their names, in whatever case they came
   * @param body as UTF-8, at most a million bytes
   * @param remote who sent it, as an address
   */
  public record Posting(Map<String, List<String>> headers, String body, String remote) {}

  /**
   * What is answered.
   *
   * @param status HTTP's
   * @param body may be empty
   */
  public record Answer(int status, String contentType, String body) {}

  /** Decides what is answered; what it throws is answered with 400. */
  @FunctionalInterface
  public interface Handler {
    Answer handle(Posting posting) throws Exception;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Handler handler;

  private HttpEntrance(HttpServer server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Opens it.
   *
   * @param address where to listen; port 0 for any that is free
   * @param path such as {@code /slack/events}
   * @throws IOException when the port is taken or may not be used
   */
  public static HttpEntrance open(InetSocketAddress address, String path, Handler handler)
      throws IOException {
    // Without it, every second answer on a kept connection waits for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var entrance = new HttpEntrance(HttpServer.create(address, WAITING), handler);
    entrance.server.createContext(path, entrance::serve);
    entrance.server.setExecutor(entrance.threads);
    entrance.server.start();
    return entrance;
  }

  /** The port at which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return ONLY_POST;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return TOO_LARGE;
    }
    try {
      return handler.handle(
          new Posting(
              exchange.getRequestHeaders(),
              new String(body, StandardCharsets.UTF_8),
              exchange.getRemoteAddress().getHostString()));
    } catch (Exception e) {
      LOG.warn("a request could not be taken in: {}", e.getClass().getName());
      return BAD_REQUEST;
    }
  }

  /** Stops listening, and gives what is being answered a second. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
