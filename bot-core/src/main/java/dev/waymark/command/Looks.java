package dev.waymark.command;

import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.picture.Look;

/** Which background a picture will stand on. */
final class Looks {

  private Looks() {}

  /** What most people of a platform have: Discord is dark unless one changes it. */
  static Look on(Place place) {
    return place.platform() == Platform.DISCORD ? Look.DARK : Look.LIGHT;
  }
}
