package dev.waymark.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, until the line is cut. */
final class Forwarder implements AutoCloseable {

  private final int to;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket server;

  Forwarder(int to) throws IOException {
    this.to = to;
    this.server = new ServerSocket();
    this.port = listen(0);
  }

  /** Host and port. */
  String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  /** Ends all connections and takes no new ones. */
  void cut() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Takes connections again. */
  void mend() throws IOException {
    listen(port);
  }

  private int listen(int at) throws IOException {
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
    ServerSocket listening = server;
    Thread.ofVirtual().start(() -> accept(listening));
    return listening.getLocalPort();
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket from = listening.accept();
        Socket target = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(from);
        open.add(target);
        if (listening.isClosed()) {
          // It was cut in between, before these could be seen.
          from.close();
          target.close();
          return;
        }
        Thread.ofVirtual().start(() -> pump(from, target));
        Thread.ofVirtual().start(() -> pump(target, from));
      }
    } catch (IOException e) {
      // The line was cut.
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The line was cut.
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
