package dev.waymark.slack.loopback;

/** A way from Slack to the bot. */
interface Transport {

  /** Sends at once, or as soon as there is somebody to send to; returns without waiting. */
  void send(Delivery delivery);

  /** Whether an acknowledgement can still come. */
  boolean isWaiting();
}
