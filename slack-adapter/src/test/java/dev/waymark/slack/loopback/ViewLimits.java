package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;

/** What Slack takes as a modal or an App Home. */
final class ViewLimits {

  private static final int TITLE = 24;
  private static final int METADATA = 3_000;
  private static final int ID = 255;

  private ViewLimits() {}

  static void checkModal(JsonNode view, World world) {
    var faults = new Faults();
    type(view, "modal", faults);
    var elements = new ElementLimits(faults);
    elements.plain("/view/title", view.path("title"), TITLE);
    elements.optionalPlain("/view/submit", view.path("submit"), TITLE);
    elements.optionalPlain("/view/close", view.path("close"), TITLE);
    if (Blocks.inputs(view.path("blocks")).findAny().isPresent()
        && !Json.given(view.path("submit"))) {
      faults.wrong("/view/submit", "missing required field: there are inputs");
    }
    check(view, world, faults);
  }

  static void checkHome(JsonNode view, World world) {
    var faults = new Faults();
    type(view, "home", faults);
    check(view, world, faults);
  }

  private static void type(JsonNode view, String type, Faults faults) {
    if (!view.path("type").asText().equals(type)) {
      faults.wrong("/view/type", "must be " + type);
    }
  }

  private static void check(JsonNode view, World world, Faults faults) {
    faults.atMost("/view/private_metadata", view.path("private_metadata"), METADATA);
    faults.atMost("/view/callback_id", view.path("callback_id"), ID);
    faults.atMost("/view/external_id", view.path("external_id"), ID);
    BlockLimits.checkView(view.path("blocks"), world, faults);
    faults.throwIfAny("invalid_arguments");
  }
}
